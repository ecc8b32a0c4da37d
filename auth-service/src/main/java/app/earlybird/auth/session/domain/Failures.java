package app.earlybird.auth.session.domain;

import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Throttled;
import java.time.Duration;
import java.time.Instant;

/**
 * Failed attempts at one account, those in progress included: each is counted before the password is checked, so that many
 * at once are not each the first.
 */
public record Failures(String key, int count, Instant notBefore, AggregateMeta meta) implements Aggregate {

    /** After a quiet hour, counting begins at one again. */
    private static final Duration MEMORY = Duration.ofHours(1);

    public static Failures none(String key) {
        return new Failures(key, 0, Instant.EPOCH, AggregateMeta.NEW);
    }

    @Override
    public String businessKey() {
        return key;
    }

    /** Zero when the next attempt may be made. */
    public Duration waitAt(Instant now) {
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    /** Fails with {@link Throttled} while the next attempt must wait. */
    public void mustNotWait(Instant now) {
        if (!waitAt(now).isZero()) {
            throw new Throttled(waitAt(now));
        }
    }

    /** Counts one more attempt, unless it must wait. */
    public Decision<Failures, Void> reserve(Backoff backoff, Instant now) {
        mustNotWait(now);
        return Decision.silent(another(backoff, now));
    }

    public Failures another(Backoff backoff, Instant now) {
        int failures = now.isBefore(forgottenAt()) ? count + 1 : 1;
        return new Failures(key, failures, now.plus(backoff.after(failures)), meta);
    }

    public Instant forgottenAt() {
        return notBefore.plus(MEMORY);
    }
}
