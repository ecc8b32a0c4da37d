package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Fields to be set on one document, where they are absent and nobody has changed it since it was read. The document
 * keeps a mark of what was set, by which rule, so that only that is ever taken back; its version goes up by one
 * for each field, so that a service that has read it before does not write over it.
 *
 * @param version as read, 0 where the monolith has none
 * @param rules why, for people, by field
 */
public record Fill(Object documentId, long version, Map<String, Object> values, Map<String, String> rules) {

    static final String VERSION = "version";

    public static Fill of(Document read, Map<String, Object> values, String rule) {
        var rules = new TreeMap<String, String>();
        values.keySet().forEach(field -> rules.put(field, rule));
        return new Fill(idOf(read), versionOf(read), values, rules);
    }

    static String mark(String migration) {
        return "migrated_" + migration;
    }

    static Object idOf(Document read) {
        return Objects.requireNonNull(read.get("_id"), "every document has an _id");
    }

    static long versionOf(Document read) {
        return number(read, VERSION);
    }

    static long number(Document read, String field) {
        return read.get(field) instanceof Number number ? number.longValue() : 0L;
    }

    /** A document of the monolith has no version yet: that is 0. */
    static Bson sameVersion(long version) {
        var same = eq(VERSION, version);
        return version == 0 ? or(same, exists(VERSION, false)) : same;
    }

    UpdateOneModel<Document> toUpdate(String migration) {
        var mark = mark(migration);
        var conditions = new ArrayList<Bson>();
        conditions.add(eq("_id", documentId));
        conditions.add(sameVersion(version));
        var changes = new ArrayList<Bson>();
        values.forEach((field, value) -> {
            conditions.add(eq(field, null));
            changes.add(set(field, value));
            changes.add(set(mark + ".set." + field, value));
            changes.add(set(mark + ".rule." + field, rules.get(field)));
        });
        changes.add(inc(VERSION, (long) values.size()));
        changes.add(set(mark + ".version", version + values.size()));
        changes.add(min(mark + ".base", version));
        return new UpdateOneModel<>(and(conditions), combine(changes));
    }
}
