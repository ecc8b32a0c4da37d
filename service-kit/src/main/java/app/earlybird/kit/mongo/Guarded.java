package app.earlybird.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import app.earlybird.kit.domain.StaleVersion;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.outbox.Outbox;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;

/** Compare-and-set of one document: only the reader of the newest version may change it. */
public final class Guarded {

    private static final String VERSION = "version";

    private Guarded() {}

    /** A document of the monolith has no version yet: that is 0. */
    public static Bson filter(String keyField, String key, long version) {
        var same = eq(VERSION, version);
        return and(eq(keyField, key), version == 0 ? or(same, exists(VERSION, false)) : same);
    }

    /** The changes, the next version and the events that announce them: one atomic write. */
    public static Bson update(List<Bson> changes, List<StoredEvent> events) {
        var all = new ArrayList<>(changes);
        all.add(Updates.inc(VERSION, 1L));
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
}
