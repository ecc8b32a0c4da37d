package app.earlybird.auth.runtime;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Refuses to start with settings that would let anybody in; one sentence for each, and no value in any. */
@ApplicationScoped
class StartupConfigCheck {

    private static final int MIN_SECRET = 32;
    private static final int MIN_BCRYPT_COST = 10;
    private static final Duration LONGEST_INVITE = Duration.ofDays(3);
    private static final List<String> NOT_PRODUCTION = List.of("dev", "test", "local");

    private final AuthConfig config;

    StartupConfigCheck(AuthConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent event) {
        var faults = faults(config, ConfigUtils.getProfiles().stream().noneMatch(NOT_PRODUCTION::contains));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("auth-service does not start: " + String.join("; ", faults));
        }
    }

    static List<String> faults(AuthConfig config, boolean production) {
        var faults = new ArrayList<String>();
        var byDefaultPassword = config.firstSecret() == AuthConfig.FirstSecret.DEFAULT_PASSWORD;
        if (byDefaultPassword && production) {
            faults.add("earlybird.auth.first-secret must be invite, the default password is public");
        }
        if (byDefaultPassword && config.defaultPassword().orElse("").isBlank()) {
            faults.add("earlybird.auth.default-password is missing");
        }
        if (config.keyEncryptionSecret().orElse("").length() < MIN_SECRET) {
            faults.add("earlybird.auth.key-encryption-secret must have at least " + MIN_SECRET + " characters");
        }
        if (config.bcryptCost() < MIN_BCRYPT_COST && production) {
            faults.add("earlybird.auth.bcrypt-cost must be at least " + MIN_BCRYPT_COST);
        }
        if (config.inviteLife().compareTo(LONGEST_INVITE) > 0
                || config.firstSecretLife().compareTo(LONGEST_INVITE) > 0) {
            faults.add("earlybird.auth.invite-life and first-secret-life must be at most 72h");
        }
        return faults;
    }
}
