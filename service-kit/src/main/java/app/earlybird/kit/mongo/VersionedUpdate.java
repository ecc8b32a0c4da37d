package app.earlybird.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import app.earlybird.kit.domain.AggregateMeta;
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
final class VersionedUpdate {

    private VersionedUpdate() {}

    /** A document of the monolith has no version yet, or null: that is 0. */
    static Bson filter(String keyField, String key, long version) {
        var same = eq(AggregateMetas.VERSION, version);
        return and(eq(keyField, key), version == 0 ? or(same, eq(AggregateMetas.VERSION, null)) : same);
    }

    /** The changes, the next version and the events that announce them: one atomic write. */
    static Bson update(List<Bson> changes, AggregateMeta next, List<StoredEvent> events) {
        var all = new ArrayList<>(changes);
        all.add(Updates.set(AggregateMetas.VERSION, next.version()));
        if (!events.isEmpty()) {
            all.add(Updates.set(AggregateMetas.EVENT_SEQUENCE, next.eventSequence()));
            all.add(Updates.pushEach(Outbox.EVENTS, events));
            all.add(Updates.min(Outbox.SINCE, events.getFirst().time()));
        }
        return Updates.combine(all);
    }

    /** Fails with {@link StaleVersion} when somebody else was faster. */
    static Function<UpdateResult, Uni<? extends UpdateResult>> orStale() {
        return result -> result.getMatchedCount() == 1
                ? Uni.createFrom().item(result)
                : Uni.createFrom().failure(new StaleVersion());
    }
}
