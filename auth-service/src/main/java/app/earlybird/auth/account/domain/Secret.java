package app.earlybird.auth.account.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What proves that somebody is who they say. An account on the default password stores no hash at all, only that it is
 * (decision 5).
 *
 * @param hash as the password library writes it; null where there is no password of this account's own
 * @param expiresAt until when a first secret may be used; null for one of the owner's own
 */
public record Secret(
        @Nullable String hash,
        Kind kind,
        @Nullable Instant expiresAt,
        @Nullable Invite invite) {

    public enum Kind {
        /** No password opens it; an invite may. */
        NONE,
        /** The published one of the configuration. */
        DEFAULT_PASSWORD,
        /** One that somebody else knows, or that was reset by force. */
        FIRST,
        OWN
    }

    /**
     * Lets its bearer set a password, once.
     *
     * @param digest of the token, which is kept nowhere
     */
    public record Invite(String digest, Instant expiresAt) {

        public boolean opens(String givenDigest, Instant now) {
            return now.isBefore(expiresAt) && SecretDigest.same(digest, givenDigest);
        }
    }

    public static Secret none() {
        return new Secret(null, Kind.NONE, null, null);
    }

    public static Secret defaultPassword(Instant expires) {
        return new Secret(null, Kind.DEFAULT_PASSWORD, expires, null);
    }

    public static Secret first(String hash, @Nullable Instant expires) {
        return new Secret(hash, Kind.FIRST, expires, null);
    }

    static Secret own(String hash) {
        return new Secret(hash, Kind.OWN, null, null);
    }

    Secret rehashed(String newHash) {
        return new Secret(newHash, kind, expiresAt, invite);
    }

    Secret with(Invite next) {
        return new Secret(hash, kind, expiresAt, next);
    }

    public boolean mustChange() {
        return kind != Kind.OWN;
    }

    public boolean isUsableAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
