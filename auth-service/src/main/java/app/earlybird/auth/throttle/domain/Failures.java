package app.earlybird.auth.throttle.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Failed attempts at one account, those under way included: each is counted before it is looked at, so that many at once
 * are not each the first.
 *
 * @param version 0 while nothing is stored
 */
public record Failures(String key, int count, Instant notBefore, long version) {

    /** A quiet hour is as good as a success. */
    private static final Duration MEMORY = Duration.ofHours(1);

    public static Failures none(String key) {
        return new Failures(key, 0, Instant.EPOCH, 0);
    }

    /** Zero when the next attempt may be made. */
    public Duration waitAt(Instant now) {
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    public Failures another(Backoff backoff, Instant now) {
        int failures = now.isBefore(forgottenAt()) ? count + 1 : 1;
        return new Failures(key, failures, now.plus(backoff.after(failures)), version);
    }

    public Instant forgottenAt() {
        return notBefore.plus(MEMORY);
    }
}
