package app.earlybird.migrations.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How the migrator works.
 *
 * @param owner who this is, for the lock and the history
 * @param lease after how long of silence another may take over
 * @param batchSize documents per write, at most
 * @param maxRate documents per second, 0 for no limit
 * @param stop set when the work is to end after the batch at hand
 */
public record Settings(
        String owner, Duration lease, int batchSize, int maxRate, AtomicBoolean stop, Progress progress) {

    public static final Duration LEASE = Duration.ofSeconds(60);
    public static final int BATCH_SIZE = 1000;

    public static Settings of(String owner) {
        return new Settings(owner, LEASE, BATCH_SIZE, 0, new AtomicBoolean(), Progress.SILENT);
    }

    /** Who hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        Progress SILENT = (what, done, total) -> {};

        void at(String what, long done, long total);
    }
}
