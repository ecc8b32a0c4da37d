package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.fields;

import app.earlybird.migrations.engine.Migration.Place;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** Takes back exactly what the marks say was filled in, and keeps a copy of it for {@link Restore}. */
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
        var lossy = new ArrayList<String>();
        for (var place : migration.places()) {
            for (var marked : databases.all(place).filter(exists(mark))) {
                if (Taken.of(marked, mark).isChangedSince()) {
                    lossy.add(Conflict.shown(place.collection() + "/" + Fill.subject(marked)));
                }
            }
        }
        if (!lossy.isEmpty()) {
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

    /**
     * Copy first: a kill in between leaves both, and the next run finds the mark still there. What bears no mark of ours
     * any more is told and left.
     */
    private long takeBack(String migration, Place place, List<Document> batch, Work work) {
        var mark = Fill.mark(migration);
        var ours = batch.stream().collect(Collectors.partitioningBy(document -> !Fill.hasOddMark(document, mark)));
        ours.getOrDefault(false, List.of())
                .forEach(odd -> work.report(
                        new Conflict(Fill.ODD_MARK, place.collection() + "/" + Fill.subject(odd), Map.of())));
        var taken = ours.getOrDefault(true, List.of()).stream()
                .map(document -> Taken.of(document, mark))
                .toList();
        var missed = new ArrayList<Document>();
        work.write(() -> {
            keep(taken.stream()
                    .filter(each -> !each.set().isEmpty())
                    .map(each -> each.toCopy(migration, place))
                    .toList());
            missed.addAll(write(place, mark, taken));
            work.counters().add("taken_back", taken.size() - (long) missed.size());
        });
        missed.forEach(document -> work.miss(place, document));
        return missed.size();
    }

    /** Together with what is kept of the same document already, because it had to wait. */
    private void keep(List<Document> taken) {
        if (taken.isEmpty()) {
            return;
        }
        var ids = taken.stream().map(copy -> copy.get("_id")).toList();
        var waiting = new HashMap<Object, Document>();
        copies.find(in("_id", ids)).forEach(copy -> waiting.put(copy.get("_id"), copy));
        for (var copy : taken) {
            var earlier = waiting.getOrDefault(copy.get("_id"), new Document());
            for (var part : List.of("set", "rule")) {
                Fill.part(earlier, part).forEach(Fill.part(copy, part)::putIfAbsent);
            }
        }
        DuplicateKeys.put(copies, taken);
    }

    /** Answers those that somebody else was faster with. */
    private List<Document> write(Place place, String mark, List<Taken> taken) {
        if (taken.isEmpty()) {
            return List.of();
        }
        var collection = databases.collection(place);
        var written = collection
                .bulkWrite(taken.stream().map(Taken::toUpdate).toList(), new BulkWriteOptions().ordered(false))
                .getMatchedCount();
        return written == taken.size()
                ? List.of()
                : collection
                        .find(and(
                                in("_id", taken.stream().map(Taken::documentId).toList()), exists(mark)))
                        .into(new ArrayList<>());
    }
}
