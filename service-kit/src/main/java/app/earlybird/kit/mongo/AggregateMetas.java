package app.earlybird.kit.mongo;

import app.earlybird.kit.domain.AggregateMeta;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The counters of an aggregate, as its document holds them at the top level; a document of the monolith has none. */
final class AggregateMetas {

    static final String VERSION = "version";
    static final String EVENT_SEQUENCE = "event_seq";
    static final String APPLIED = "applied";

    private AggregateMetas() {}

    static AggregateMeta of(BsonDocument document) {
        var applied = new HashMap<String, Long>();
        if (document.get(APPLIED) instanceof BsonDocument bySource) {
            bySource.forEach((source, sequence) -> applied.put(source, number(sequence)));
        }
        return new AggregateMeta(number(document.get(VERSION)), number(document.get(EVENT_SEQUENCE)), applied);
    }

    /** @param read as stored: guards that are no document are replaced, field by field nothing could be set */
    static List<Bson> newlyApplied(AggregateMeta before, AggregateMeta after, BsonDocument read) {
        if (read.containsKey(APPLIED) && !read.get(APPLIED).isDocument()) {
            return List.of(Updates.set(APPLIED, after.applied()));
        }
        return after.applied().entrySet().stream()
                .filter(source -> source.getValue() != before.applied(source.getKey()))
                .map(source -> Updates.set(APPLIED + "." + source.getKey(), source.getValue()))
                .toList();
    }

    private static long number(@Nullable BsonValue value) {
        return value != null && value.isNumber() ? value.asNumber().longValue() : 0;
    }
}
