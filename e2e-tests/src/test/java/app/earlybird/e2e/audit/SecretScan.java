package app.earlybird.e2e.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.RunningSuite;
import app.earlybird.local.http.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** I8: no password, token, hash, full phone or login e-mail where it must not be. */
public final class SecretScan {

    private static final Pattern SECRET = Pattern.compile(String.join(
            "|",
            Pattern.quote(Suite.DEFAULT_PASSWORD),
            Pattern.quote(RunningSuite.OWN_PASSWORD),
            "eyJ[A-Za-z0-9_-]{20,}", // a JSON Web Token
            "\\$2[aby]\\$\\d\\d\\$", // a bcrypt hash
            "98765 ?43210",
            "customer-[0-9a-f-]{36}@earlybird\\.local"));

    private SecretScan() {}

    public static void mustBeClean(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines();
            assertThat(found(lines.toList())).as("secrets in %s", log).isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The offending texts, for the report: they are of this test run only. */
    static List<String> found(List<String> texts) {
        return texts.stream().filter(text -> SECRET.matcher(text).find()).toList();
    }
}
