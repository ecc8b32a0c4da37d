package app.earlybird.migrations.engine;

import java.time.Duration;

/** Batches of about half a second, and no more documents per second than allowed. */
final class Pace {

    private static final int LEAST = 50;
    private static final double TARGET_SECONDS = 0.5;

    private final int most;
    private final int maxRate;
    private int size;

    Pace(Settings settings) {
        this.most = settings.maxRate() > 0 ? Math.min(settings.batchSize(), settings.maxRate()) : settings.batchSize();
        this.maxRate = settings.maxRate();
        this.size = most;
    }

    int size() {
        return size;
    }

    /** After a batch: sleeps what the rate asks for, and tunes the next. */
    void after(int documents, Duration took) {
        var seconds = Math.max(took.toNanos() / 1e9, 1e-6);
        size = (int) Math.clamp(size * TARGET_SECONDS / seconds, Math.min(LEAST, most), most);
        if (maxRate > 0) {
            sleep((long) (1000.0 * documents / maxRate - took.toMillis()));
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(Math.max(millis, 0));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.interrupted();
        }
    }
}
