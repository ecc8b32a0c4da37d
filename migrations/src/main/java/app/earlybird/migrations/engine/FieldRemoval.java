package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What is taken back from one document: the fields that still are as the migration set them.
 *
 * @param removed whether somebody has removed what the migration had set, which is known by the mark alone
 * @param versions what its version was and is
 */
record FieldRemoval(Object documentId, String mark, Document set, Document rule, Versions versions, boolean removed) {

    /**
     * The versions of a document.
     *
     * @param base before it was filled in
     * @param marked after
     * @param now as read; null where there is none
     * @param malformed whether it is none that can be counted on: then it stays as it is
     */
    record Versions(long base, long marked, @Nullable Object now, boolean malformed) {

        private boolean haveMoved() {
            return malformed || number() != marked;
        }

        private long number() {
            return now instanceof Number number ? number.longValue() : 0;
        }
    }

    static FieldRemoval of(Document document, String mark) {
        var left = Backfill.hasMalformedMark(document, mark) ? new Document() : Backfill.part(document, mark);
        var set = new Document(Backfill.part(left, "set"));
        set.entrySet().removeIf(field -> !Objects.equals(document.get(field.getKey()), field.getValue()));
        var rule = new Document(Backfill.part(left, "rule"));
        rule.keySet().retainAll(set.keySet());
        var versions = new Versions(
                Backfill.number(left, "base"),
                Backfill.number(left, Backfill.VERSION),
                document.get(Backfill.VERSION),
                Backfill.hasMalformedVersion(document));
        var removed = Backfill.part(left, "set").keySet().stream().anyMatch(field -> document.get(field) == null);
        return new FieldRemoval(Backfill.idOf(document), mark, set, rule, versions, removed);
    }

    /** What others made of it meanwhile may rest on what is taken back, and that they removed it would be forgotten. */
    boolean isChangedSince() {
        return removed || (!set.isEmpty() && versions.haveMoved());
    }

    /** @param run each way back keeps its own: what waits since an earlier one stays beside it */
    Document toCopy(String migration, Migration.Place place, long run) {
        return new Document("_id", copyId(migration, place, run))
                .append("migration", migration)
                .append("owner", place.owner().name())
                .append("collection", place.collection())
                .append("document", documentId)
                .append("set", set)
                .append("rule", rule);
    }

    UpdateOneModel<Document> toUpdate() {
        var changes = new ArrayList<Bson>();
        set.keySet().forEach(field -> changes.add(unset(field)));
        changes.add(unset(mark));
        if (!versions.haveMoved()) {
            changes.add(
                    versions.base() == 0 ? unset(Backfill.VERSION) : Updates.set(Backfill.VERSION, versions.base()));
        } else if (!versions.malformed()) {
            changes.add(Updates.set(Backfill.VERSION, versions.number() + 1));
        }
        return new UpdateOneModel<>(
                and(eq("_id", documentId), eq(Backfill.VERSION, versions.now()), exists(mark)), combine(changes));
    }

    String copyId(String migration, Migration.Place place, long run) {
        return "%s/%s/%s/%s/%d".formatted(migration, place.owner().name(), place.collection(), text(), run);
    }

    private String text() {
        return documentId.getClass().getSimpleName() + ":" + documentId;
    }
}
