package app.earlybird.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.outbox.Outbox;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;

/** Compare-and-set of one document: only the reader of the newest version may change it. */
public final class Guarded {

    private static final int ATTEMPTS = 60;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private Guarded() {}

    public static Bson filter(String keyField, String key, long version) {
        return and(eq(keyField, key), eq("version", version));
    }

    /** The changes, the next version and the events that announce them: one atomic write. */
    public static Bson update(List<Bson> changes, List<StoredEvent> events) {
        var all = new ArrayList<>(changes);
        all.add(Updates.inc("version", 1L));
        if (!events.isEmpty()) {
            all.add(Updates.inc("event_seq", (long) events.size()));
            all.add(Updates.pushEach(Outbox.EVENTS, events));
            all.add(Updates.min(Outbox.SINCE, events.getFirst().time()));
        }
        return Updates.combine(all);
    }

    /** Fails with {@link StaleVersion} when somebody else was faster. */
    public static Function<UpdateResult, Uni<? extends UpdateResult>> orStale() {
        return result -> result.getMatchedCount() == 1
                ? Uni.createFrom().item(result)
                : Uni.createFrom().failure(new StaleVersion());
    }

    /** Reads, decides and stores again for as long as somebody else was faster; then 503, the work undone. */
    public static <T> Uni<T> retrying(Supplier<Uni<T>> readDecideStore) {
        return Uni.createFrom()
                .deferred(readDecideStore::get)
                .onFailure(StaleVersion.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(ATTEMPTS)
                .onFailure(Guarded::isStale)
                .transform(lost -> new StaleVersion());
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof StaleVersion || failure.getCause() instanceof StaleVersion;
    }
}
