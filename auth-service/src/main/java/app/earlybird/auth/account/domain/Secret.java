package app.earlybird.auth.account.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What proves that somebody is who they say. An account on the default password stores no hash at all: the marker is
 * that there is none (decision 5).
 *
 * @param expiresAt until when a first secret may be used; null for one of the owner's own
 */
public record Secret(
        @Nullable String hash, boolean mustChange, @Nullable Instant expiresAt) {

    static Secret defaultPassword(Instant expires) {
        return new Secret(null, true, expires);
    }

    static Secret first(String hash) {
        return new Secret(hash, true, null);
    }

    static Secret own(String hash) {
        return new Secret(hash, false, null);
    }

    public boolean isUsableAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
