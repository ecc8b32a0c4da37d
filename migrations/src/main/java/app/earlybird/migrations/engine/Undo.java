package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.fields;

import app.earlybird.migrations.engine.Work.Step;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** Takes back exactly what the marks say was filled in, keeps a copy of it, and puts that back on the next {@code up}. */
final class Undo {

    static final String COPIES = "migration_restore";

    private final Databases databases;
    private final MongoCollection<Document> copies;

    Undo(Databases databases) {
        this.databases = databases;
        this.copies = databases.own(COPIES);
    }

    /** Counts before anything is written. */
    void refuseLoss(Migration migration) {
        var mark = Fill.mark(migration.id());
        var lossy = 0L;
        for (var place : migration.places()) {
            try (var marked = databases.all(place).filter(exists(mark)).iterator()) {
                while (marked.hasNext()) {
                    lossy += Taken.of(marked.next(), mark).isChangedSince() ? 1 : 0;
                }
            }
        }
        if (lossy > 0) {
            throw Refusal.wouldLose(migration.id(), lossy);
        }
    }

    void takeBack(Migration migration, Work work) {
        for (var place : migration.places()) {
            var collection = databases.collection(place);
            var mark = Fill.mark(migration.id());
            work.each(
                    new Step("take_back_" + place.collection(), collection, exists(mark), fields()),
                    batch -> takeBack(migration.id(), place, batch, work));
        }
    }

    /** Copy first: a kill in between leaves both, and the next run finds the mark still there. */
    private long takeBack(String migration, Migration.Place place, List<Document> batch, Work work) {
        var mark = Fill.mark(migration);
        var taken = batch.stream()
                .filter(document -> !Fill.hasOddMark(document, mark))
                .map(document -> Taken.of(document, mark))
                .toList();
        var kept = taken.stream()
                .filter(each -> !each.set().isEmpty())
                .map(each -> each.toCopy(migration, place))
                .toList();
        var updates = taken.stream().map(Taken::toUpdate).toList();
        var missed = new long[1];
        work.write(() -> {
            copies.deleteMany(
                    in("_id", kept.stream().map(copy -> copy.get("_id")).toList()));
            if (!kept.isEmpty()) {
                copies.insertMany(kept);
            }
            var written = taken(databases.collection(place), updates);
            missed[0] = updates.size() - written;
            work.counters().add("taken_back", written);
        });
        return missed[0];
    }

    /** How many were; a driver refuses to write nothing. */
    private static long taken(MongoCollection<Document> collection, List<UpdateOneModel<Document>> updates) {
        return updates.isEmpty()
                ? 0
                : collection
                        .bulkWrite(updates, new BulkWriteOptions().ordered(false))
                        .getMatchedCount();
    }

    /** Only where something was taken back is the rest of the data asked whether it may stand again. */
    void restore(Migration migration, Work work) {
        if (copies.find(eq("migration", migration.id())).first() == null) {
            return;
        }
        var restorable = migration.restorable(databases);
        for (var place : migration.places().reversed()) {
            var ours = and(
                    eq("migration", migration.id()),
                    eq("owner", place.owner().name()),
                    eq("collection", place.collection()));
            work.each(
                    new Step("restore_" + place.collection(), copies, ours, fields()),
                    batch -> restore(migration.id(), place, restorable, batch, work));
        }
    }

    /** A copy is kept until its value stands again, or another has taken its place. */
    private long restore(
            String migration, Migration.Place place, Migration.Restorable restorable, List<Document> batch, Work work) {
        var collection = databases.collection(place);
        var current = current(collection, batch);
        var fills = new ArrayList<Fill>();
        for (var copy : batch) {
            var document = current.get(copy.get("document"));
            if (document != null
                    && isFree(document, copy)
                    && restorable.test(place, document, Fill.part(copy, "set"))) {
                fills.add(fill(document, copy));
            }
        }
        var late = documents(work.fill(collection, fills).stream());
        var waiting = documents(fills.stream().filter(fill -> fill.isOdd(migration)));
        waiting.addAll(late);
        work.counters().add("restored", fills.size() - waiting.size());
        var settled = batch.stream()
                .filter(copy -> !waiting.contains(copy.get("document")))
                .map(copy -> copy.get("_id"))
                .toList();
        work.write(() -> copies.deleteMany(in("_id", settled)));
        return late.size();
    }

    private static Map<Object, Document> current(MongoCollection<Document> collection, List<Document> copies) {
        var current = new HashMap<Object, Document>();
        collection
                .find(in(
                        "_id", copies.stream().map(copy -> copy.get("document")).toList()))
                .forEach(document -> current.put(Fill.idOf(document), document));
        return current;
    }

    private static Set<Object> documents(Stream<Fill> fills) {
        return fills.map(Fill::documentId).collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isFree(Document document, Document copy) {
        return Fill.part(copy, "set").keySet().stream().allMatch(field -> document.get(field) == null);
    }

    private static Fill fill(Document document, Document copy) {
        var rules = new TreeMap<String, String>();
        Fill.part(copy, "rule").forEach((field, rule) -> rules.put(field, String.valueOf(rule)));
        return Fill.of(document, Fill.part(copy, "set"), rules);
    }
}
