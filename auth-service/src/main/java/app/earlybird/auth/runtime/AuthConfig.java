package app.earlybird.auth.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What an operator decides. */
@ConfigMapping(prefix = "earlybird.auth")
public interface AuthConfig {

    /** How an account without a password of its own is opened the first time (decision 4). */
    enum FirstSecret {
        DEFAULT_PASSWORD,
        INVITE
    }

    @WithDefault("invite")
    FirstSecret firstSecret();

    /** The first password of every provisioned customer, while that is how they are opened. */
    Optional<String> defaultPassword();

    /** How long a first password that others know may be used. */
    @WithDefault("72h")
    Duration firstSecretLife();

    /** How long an invite lives that lets somebody in for the first time. */
    @WithDefault("72h")
    Duration inviteLife();

    /** How long an invite lives that replaces a password. */
    @WithDefault("15m")
    Duration resetLife();

    /** Of every hash that is made; a password kept at a lower one is hashed again when its owner logs in. */
    @WithDefault("12")
    int bcryptCost();

    /** How long an access token lives. */
    @WithDefault("15m")
    Duration accessTokenLife();

    /** Protects the signing keys in the database; the same for every instance, at least 32 characters. */
    Optional<String> keyEncryptionSecret();

    Optional<FirstAdmin> firstAdmin();

    /** Secrets of the services that may ask for tokens, by their names. */
    Map<String, Optional<String>> clients();

    Sessions sessions();

    Keys keys();

    Throttle throttle();

    /** Made at first start, when there is none. */
    interface FirstAdmin {

        String email();

        String password();
    }

    /** How long somebody stays logged in. */
    interface Sessions {

        /** Without a refresh. */
        @WithDefault("14d")
        Duration idle();

        /** Whatever happens. */
        @WithDefault("30d")
        Duration absolute();

        /** How long the refresh token just replaced is answered with its successor. */
        @WithDefault("10s")
        Duration grace();
    }

    /** The life of signing keys. */
    interface Keys {

        /** A key is followed by another after this. */
        @WithDefault("30d")
        Duration period();

        /** Published before it signs: longer than any service may keep a copy of the published keys. */
        @WithDefault("15m")
        Duration lead();
    }

    /** How many failed logins are too many. */
    interface Throttle {

        /** At one account, before it must wait. */
        @WithDefault("5")
        int accountFailures();

        /** The first wait of an account; each further failure doubles it. */
        @WithDefault("2s")
        Duration firstWait();

        @WithDefault("15m")
        Duration longestWait();

        /** From one address within a window. */
        @WithDefault("50")
        int addressFailures();

        /** Over all within a window. */
        @WithDefault("5000")
        int allFailures();

        @WithDefault("10m")
        Duration window();
    }
}
