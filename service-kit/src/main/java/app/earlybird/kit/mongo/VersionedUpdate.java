package app.earlybird.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

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
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Compare-and-set of one document: only the reader of the newest version may change it. */
final class VersionedUpdate {

    private VersionedUpdate() {}

    /** By what is stored as its version, whatever that is: a document of the monolith has none, or null. */
    static Bson filter(String keyField, String key, BsonDocument read) {
        var version = read.get(AggregateMetas.VERSION, BsonNull.VALUE);
        return and(eq(keyField, key), eq(AggregateMetas.VERSION, version));
    }

    /** The changes, the next version and the events that announce them: one atomic write. */
    static Bson update(List<Bson> changes, AggregateMeta next, List<StoredEvent> events, BsonDocument read) {
        var all = new ArrayList<>(changes);
        all.add(Updates.set(AggregateMetas.VERSION, next.version()));
        if (!events.isEmpty()) {
            var since = events.getFirst().time();
            all.add(Updates.set(AggregateMetas.EVENT_SEQUENCE, next.eventSequence()));
            all.add(
                    isAbsentOr(BsonType.ARRAY, read.get(Outbox.EVENTS))
                            ? Updates.pushEach(Outbox.EVENTS, events)
                            : Updates.set(Outbox.EVENTS, events));
            all.add(
                    isAbsentOr(BsonType.DATE_TIME, read.get(Outbox.SINCE))
                            ? Updates.min(Outbox.SINCE, since)
                            : Updates.set(Outbox.SINCE, since));
        }
        return Updates.combine(all);
    }

    /** A field somebody set to null, or to anything else, is set anew: neither a push nor a minimum mends it. */
    private static boolean isAbsentOr(BsonType type, @Nullable BsonValue value) {
        return value == null || value.getBsonType() == type;
    }

    /** Fails with {@link StaleVersion} when somebody else was faster. */
    static Function<UpdateResult, Uni<? extends UpdateResult>> orStale() {
        return result -> result.getMatchedCount() == 1
                ? Uni.createFrom().item(result)
                : Uni.createFrom().failure(new StaleVersion());
    }
}
