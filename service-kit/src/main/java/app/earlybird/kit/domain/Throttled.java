package app.earlybird.kit.domain;

import java.time.Duration;

/** Too many attempts; says when the next one may be made, and nothing else. */
public class Throttled extends Failure {

    private final long retryAfterSeconds;

    public Throttled(Duration wait) {
        this("too_many_attempts", "Too many attempts, wait before the next one", wait);
    }

    public Throttled(String code, String message, Duration wait) {
        super(Kind.THROTTLED, code, message);
        this.retryAfterSeconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
