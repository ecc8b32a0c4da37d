package app.earlybird.migrations.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the ledger compares: the indexes, and the revision of what else a migration does. */
final class Checksums {

    private Checksums() {}

    static String of(Migration migration) {
        var digest = sha256();
        migration.indexes().forEach(index -> digest.update((index.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
        if (migration.isOfData()) {
            digest.update((migration.name() + '/' + migration.revision()).getBytes(StandardCharsets.UTF_8));
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** To tell values apart that must not be shown. */
    static String shortOf(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 6);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
