package app.earlybird.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Made up at the first start of a stack and kept beside its data, for the owner's eyes only. */
public final class Secrets {

    public static final String ADMIN_EMAIL = "admin@earlybird.local";

    private static final String FIRST_ADMIN = "first-admin-password";
    private static final String OWN_ADMIN = "admin-password";
    private static final int BYTES = 24;

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    public static Secrets in(Path folder) {
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        secrets.load();
        return secrets;
    }

    /** The one printed by {@code up}; it must be changed at the first login. */
    public String firstAdminPassword() {
        return orNew(FIRST_ADMIN);
    }

    /** What the demo changed it to, should it have been the first to log in. */
    public String ownAdminPassword() {
        return orNew(OWN_ADMIN);
    }

    String keyEncryption() {
        return orNew("key-encryption-secret");
    }

    String idempotency() {
        return orNew("idempotency-secret");
    }

    String of(ServiceName service) {
        return orNew(service.module() + "-secret");
    }

    private String orNew(String name) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var made = HexFormat.of().formatHex(bytes);
        values.setProperty(name, made);
        save();
        return made;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try (var in = Files.newBufferedReader(file)) {
            values.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newBufferedWriter(file)) {
                values.store(out, "Of this local stack only");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
