package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.fields;

import app.earlybird.migrations.engine.Migration.Place;
import app.earlybird.migrations.engine.Migration.Restorable;
import app.earlybird.migrations.engine.Migration.Restorable.Answer;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/** Puts back what {@code down} has taken away, by the copies it kept. */
final class Restore {

    private final Migration migration;
    private final Databases databases;
    private final MongoCollection<Document> copies;
    private final MigrationContext context;

    Restore(Migration migration, Databases databases, MigrationContext context) {
        this.migration = migration;
        this.databases = databases;
        this.copies = databases.own(Rollback.COPIES);
        this.context = context;
    }

    /** Only where something was taken back is the rest of the data checked before it is put back. */
    void run() {
        if (copies.find(eq("migration", migration.id())).first() == null) {
            return;
        }
        for (var place : migration.places().reversed()) {
            var restorable = migration.restorable(context);
            var ours = and(
                    eq("migration", migration.id()),
                    eq("owner", place.owner().name()),
                    eq("collection", place.collection()));
            context.each(
                    new Step("restore_" + place.collection(), copies, ours, fields()),
                    batch -> settle(place, restorable, batch));
        }
    }

    /** A copy is kept until its value is put back, or another is in its place. */
    private long settle(Place place, Restorable restorable, List<Document> batch) {
        var collection = databases.collection(place);
        var waiting = new HashSet<Object>();
        var fills = fills(place, restorable, batch, waiting);
        var filled = context.fill(collection, fills);
        filled.late().forEach(fill -> waiting.add(fill.documentId()));
        if (context.isDry()) {
            context.preview().add(collection, filled.written());
        }
        context.counters().add("restored", filled.written().size());
        var settled = batch.stream()
                .filter(copy -> !waiting.contains(copy.get("document")))
                .map(copy -> copy.get("_id"))
                .toList();
        context.write(() -> copies.deleteMany(in("_id", settled)));
        return filled.late().size();
    }

    /** @param waiting to which those are added that wait for a repair */
    private List<Backfill> fills(Place place, Restorable restorable, List<Document> batch, Set<Object> waiting) {
        var current = current(place, batch);
        var fills = new ArrayList<Backfill>();
        for (var copy : batch) {
            var document = current.get(copy.get("document"));
            if (document == null) {
                continue;
            }
            var now = free(document, copy);
            now.entrySet().removeIf(removed -> {
                var answer = restorable.of(place, document, removed.getKey(), removed.getValue());
                var waits = answer == Answer.LATER
                        || (answer == Answer.NOW && Backfill.isMalformed(document, migration.id()));
                if (waits) {
                    waiting.add(copy.get("document"));
                    reportMalformed(place, document, removed.getKey());
                }
                return waits || answer == Answer.NEVER;
            });
            if (!now.isEmpty()) {
                fills.add(Backfill.of(document, now, rules(copy, now)));
            }
        }
        return fills;
    }

    /** Where it is the other side, that one is reported. */
    private void reportMalformed(Place place, Document document, String field) {
        var refused = Backfill.refused(document, migration.id(), field);
        if (refused != null) {
            context.report(new Conflict(refused, place.collection() + "/" + Backfill.subject(document), Map.of()));
        }
    }

    private Map<Object, Document> current(Place place, List<Document> copies) {
        var current = new HashMap<Object, Document>();
        databases
                .collection(place)
                .find(in(
                        "_id", copies.stream().map(copy -> copy.get("document")).toList()))
                .forEach(document -> current.put(Backfill.idOf(document), document));
        return current;
    }

    /** Of what was removed: fields that are absent now and were not removed again by somebody. */
    private Document free(Document document, Document copy) {
        var free = new Document(Backfill.part(copy, "set"));
        free.keySet()
                .removeIf(field -> document.get(field) != null || Backfill.isRemoved(document, migration.id(), field));
        return free;
    }

    private static Map<String, String> rules(Document copy, Document free) {
        var rules = new TreeMap<String, String>();
        Backfill.part(copy, "rule").forEach((field, rule) -> rules.put(field, String.valueOf(rule)));
        rules.keySet().retainAll(free.keySet());
        return rules;
    }
}
