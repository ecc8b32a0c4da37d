package app.earlybird.kit.usecase;

import app.earlybird.kit.domain.StaleVersion;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** For work that compares and sets: who was too slow reads and decides again. */
public final class OptimisticRetry {

    private static final int ATTEMPTS = 60;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private OptimisticRetry() {}

    /** As often as it takes within a few seconds; then 503, the work undone. */
    public static <T> Uni<T> whileStale(Supplier<Uni<T>> readDecideStore) {
        return Uni.createFrom()
                .deferred(readDecideStore::get)
                .onFailure(StaleVersion.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(ATTEMPTS)
                .onFailure(OptimisticRetry::isStale)
                .transform(lost -> new StaleVersion());
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof StaleVersion || failure.getCause() instanceof StaleVersion;
    }
}
