package app.earlybird.auth.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What an operator decides. */
@ConfigMapping(prefix = "earlybird.auth")
public interface AuthConfig {

    /** The first password of every provisioned customer; must be changed before anything else (decision 4). */
    String defaultPassword();

    /** How long that first password may be used. */
    @WithDefault("72h")
    Duration firstSecretLife();

    /** How long an access token lives. */
    @WithDefault("15m")
    Duration accessTokenLife();

    /** Protects the signing keys in the database; the same for every instance, at least 32 characters. */
    String keyEncryptionSecret();

    Optional<FirstAdmin> firstAdmin();

    /** Secrets of the services that may ask for tokens, by their names. */
    Map<String, Optional<String>> clients();

    /** Made at first start, when there is none. */
    interface FirstAdmin {
        String email();

        String password();
    }
}
