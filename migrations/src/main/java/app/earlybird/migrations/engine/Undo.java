package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.fields;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.List;
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
}
