package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Fills in, and leaves marks that distinguish it from what others wrote. */
final class BackfillWriter {

    private final Journal journal;

    BackfillWriter(Journal journal) {
        this.journal = journal;
    }

    /** Answers those that did not come to pass, because somebody else has changed the document or took the value. */
    List<Backfill> fill(MongoCollection<Document> collection, List<Backfill> fills) {
        if (fills.isEmpty()) {
            return List.of();
        }
        if (journal.isDry()) {
            journal.counters().add("updated", fills.size());
            return List.of();
        }
        journal.check();
        var missed = write(collection, fills) == fills.size() ? List.<Backfill>of() : missed(collection, fills);
        journal.counters().add("updated", fills.size() - missed.size());
        return missed;
    }

    long takeBack(MongoCollection<Document> collection, List<Document> documents, String field) {
        var mark = Backfill.mark(journal.name());
        var updates = documents.stream()
                .filter(document -> !Backfill.hasMalformedVersion(document))
                .filter(document -> Objects.equals(
                        document.get(field),
                        Backfill.part(Backfill.part(document, mark), "set").get(field)))
                .map(document -> new UpdateOneModel<Document>(
                        and(eq("_id", document.get("_id")), eq(Backfill.VERSION, document.get(Backfill.VERSION))),
                        combine(
                                unset(field),
                                unset(mark + ".set." + field),
                                unset(mark + ".rule." + field),
                                inc(Backfill.VERSION, 1L),
                                inc(mark + ".version", 1L))))
                .toList();
        if (updates.isEmpty() || journal.isDry()) {
            return 0;
        }
        journal.check();
        return (long) updates.size() - collection.bulkWrite(updates).getMatchedCount();
    }

    private long write(MongoCollection<Document> collection, List<Backfill> fills) {
        var updates = fills.stream()
                .map(fill -> fill.toUpdate(journal.name(), journal.run()))
                .toList();
        try {
            return collection
                    .bulkWrite(updates, new BulkWriteOptions().ordered(false))
                    .getMatchedCount();
        } catch (MongoBulkWriteException failure) {
            if (!DuplicateKeys.isOnlyDuplicates(failure)) {
                throw failure;
            }
            return failure.getWriteResult().getMatchedCount();
        }
    }

    private List<Backfill> missed(MongoCollection<Document> collection, List<Backfill> fills) {
        var mark = Backfill.mark(journal.name());
        var marked = new HashMap<Object, Document>();
        collection
                .find(and(in("_id", fills.stream().map(Backfill::documentId).toList()), exists(mark)))
                .forEach(document -> marked.put(document.get("_id"), document));
        return fills.stream()
                .filter(fill -> !holds(marked.get(fill.documentId()), mark, fill.values()))
                .toList();
    }

    private static boolean holds(@Nullable Document document, String mark, Map<String, Object> values) {
        if (document == null) {
            return false;
        }
        var set = Backfill.part(Backfill.part(document, mark), "set");
        return values.entrySet().stream()
                .allMatch(value -> value.getValue().equals(set.get(value.getKey()))
                        && value.getValue().equals(document.get(value.getKey())));
    }
}
