package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import app.earlybird.migrations.engine.Migration.Place;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** Takes back exactly what the marks say was filled in, and keeps a copy of it for {@link Restore}. */
final class Rollback {

    static final String COPIES = "migration_restore";

    private final Databases databases;
    private final MongoCollection<Document> copies;

    Rollback(Databases databases) {
        this.databases = databases;
        this.copies = databases.own(COPIES);
    }

    /** Counts before anything is written. */
    void refuseLoss(Migration migration) {
        var mark = Backfill.mark(migration.id());
        var lossy = new ArrayList<String>();
        for (var place : migration.places()) {
            for (var marked : databases.all(place).filter(exists(mark))) {
                if (FieldRemoval.of(marked, mark).isChangedSince()) {
                    lossy.add(Conflict.shown(place.collection() + "/" + Backfill.subject(marked)));
                }
            }
        }
        if (!lossy.isEmpty()) {
            throw Refusal.wouldLose(migration.id(), lossy);
        }
    }

    void takeBack(Migration migration, MigrationContext context) {
        for (var place : migration.places()) {
            var collection = databases.collection(place);
            var mark = Backfill.mark(migration.id());
            context.each(
                    new Step(
                            "take_back_" + place.collection(), collection, exists(mark), fields(), Step.Kind.EACH_TIME),
                    batch -> takeBack(migration.id(), place, batch, context));
            refuseLeft(collection, mark);
        }
    }

    private static void refuseLeft(MongoCollection<Document> collection, String mark) {
        var left = 0L;
        for (var marked : collection.find(exists(mark)).projection(include(mark))) {
            left += Backfill.hasMalformedMark(marked, mark) ? 0 : 1;
        }
        if (left > 0) {
            throw Refusal.busy(left);
        }
    }

    /**
     * Copy first: a kill in between leaves both, and the next run finds the mark still there. What bears no mark of ours
     * any more is reported and left.
     */
    private long takeBack(String migration, Place place, List<Document> batch, MigrationContext context) {
        var mark = Backfill.mark(migration);
        var ours = batch.stream()
                .collect(Collectors.partitioningBy(document -> !Backfill.hasMalformedMark(document, mark)));
        ours.getOrDefault(false, List.of())
                .forEach(malformed -> context.report(new Conflict(
                        Backfill.MALFORMED_MARK, place.collection() + "/" + Backfill.subject(malformed), Map.of())));
        var taken = ours.getOrDefault(true, List.of()).stream()
                .map(document -> FieldRemoval.of(document, mark))
                .toList();
        var missed = new ArrayList<Document>();
        context.write(() -> {
            keep(migration, place, taken, context.run());
            missed.addAll(write(place, mark, taken));
            context.counters().add("taken_back", taken.size() - (long) missed.size());
        });
        missed.forEach(document -> context.miss(place, document));
        return missed.size();
    }

    /** As they are now: what this way back has kept before of one that others have changed meanwhile is no longer true. */
    private void keep(String migration, Place place, List<FieldRemoval> taken, long run) {
        var now = taken.stream()
                .collect(Collectors.partitioningBy(each -> each.set().isEmpty()));
        var gone = now.getOrDefault(true, List.of()).stream()
                .map(each -> each.copyId(migration, place, run))
                .toList();
        var kept = now.getOrDefault(false, List.of()).stream()
                .map(each -> each.toCopy(migration, place, run))
                .toList();
        if (!gone.isEmpty()) {
            copies.deleteMany(in("_id", gone));
        }
        if (!kept.isEmpty()) {
            DuplicateKeys.put(copies, kept);
        }
    }

    /** Answers those that somebody else was faster with. */
    private List<Document> write(Place place, String mark, List<FieldRemoval> taken) {
        if (taken.isEmpty()) {
            return List.of();
        }
        var collection = databases.collection(place);
        var written = collection
                .bulkWrite(taken.stream().map(FieldRemoval::toUpdate).toList(), new BulkWriteOptions().ordered(false))
                .getMatchedCount();
        return written == taken.size()
                ? List.of()
                : collection
                        .find(and(
                                in(
                                        "_id",
                                        taken.stream()
                                                .map(FieldRemoval::documentId)
                                                .toList()),
                                exists(mark)))
                        .into(new ArrayList<>());
    }
}
