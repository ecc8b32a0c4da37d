package app.earlybird.kit.mongo;

import app.earlybird.kit.domain.Failure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** After a duplicate key: what the winner wrote, which a majority read may show a little later. */
public final class ReadAfterConflict {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
    private static final long PATIENCE_MILLIS = 1000;

    private ReadAfterConflict() {}

    /** Retries up to a second, then 503. */
    public static <T> Uni<T> of(Supplier<Uni<T>> read) {
        return Uni.createFrom()
                .deferred(read::get)
                .onItem()
                .ifNull()
                .failWith(NotVisible::new)
                .onFailure(NotVisible.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE_MILLIS)
                .onFailure(ReadAfterConflict::isNotVisible)
                .transform(late -> new NotVisible());
    }

    private static boolean isNotVisible(Throwable failure) {
        return failure instanceof NotVisible || failure.getCause() instanceof NotVisible;
    }

    private static final class NotVisible extends Failure {
        NotVisible() {
            super(Kind.UNAVAILABLE, "not_visible_yet", "The record is being written, try again");
        }
    }
}
