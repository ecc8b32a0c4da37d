package app.earlybird.kit.mongo;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The updates that turn a document as it was read into the document that was decided: only fields that differ. A field
 * that no record component names is in neither and stays as it is.
 */
final class FieldChanges {

    /** Written by the insert, and never again. */
    static final Set<String> WRITTEN_ONCE = Set.of("_id", "created_at", "request_digest");

    private FieldChanges() {}

    /** An absent value is an absent field, because the unique indexes are sparse. */
    static List<Bson> between(BsonDocument read, BsonDocument decided, Set<String> writtenOnce) {
        var changes = new ArrayList<Bson>();
        Predicate<String> mayChange = field -> !WRITTEN_ONCE.contains(field) && !writtenOnce.contains(field);
        decided.forEach((field, value) -> {
            if (mayChange.test(field) && !value.equals(read.get(field))) {
                changes.add(change(field, read.get(field), value));
            }
        });
        read.keySet().stream()
                .filter(field -> mayChange.test(field) && !decided.containsKey(field))
                .forEach(field -> changes.add(Updates.unset(field)));
        return changes;
    }

    /** A list that only grew is pushed to, so that the write does not grow with it. */
    private static Bson change(String field, @Nullable BsonValue before, BsonValue after) {
        if (before instanceof BsonArray old
                && after instanceof BsonArray grown
                && old.size() < grown.size()
                && grown.subList(0, old.size()).equals(old)) {
            return Updates.pushEach(field, grown.subList(old.size(), grown.size()));
        }
        return Updates.set(field, after);
    }
}
