package app.earlybird.auth.session.domain;

import java.time.Duration;

/**
 * How long to wait after so many failures.
 *
 * @param free failures before the first wait
 * @param first wait; each further failure doubles it
 */
public record Backoff(int free, Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    public Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        var wait = first.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
