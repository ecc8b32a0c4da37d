package app.earlybird.local.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes true in its own time, with a limit. */
public final class Poll {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Poll() {}

    /** Fails naming what did not come true. */
    public static void until(String what, Duration most, BooleanSupplier condition) {
        until(what, most, PAUSE, condition);
    }

    /** @param pause between two looks, for those that cost */
    public static void until(String what, Duration most, Duration pause, BooleanSupplier condition) {
        var end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("After " + most.toSeconds() + " s still not: " + what);
            }
            sleep(pause);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", interrupted);
        }
    }
}
