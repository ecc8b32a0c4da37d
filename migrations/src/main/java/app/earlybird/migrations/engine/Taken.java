package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What is taken back from one document: the fields that still are as the migration set them.
 *
 * @param removed whether somebody has removed what the migration had set, which is known by the mark alone
 * @param versions what its version was and is
 */
record Taken(Object documentId, String mark, Document set, Document rule, Versions versions, boolean removed) {

    /**
     * The versions of a document.
     *
     * @param base before it was filled in
     * @param marked after
     * @param now as read
     */
    record Versions(long base, long marked, long now) {}

    static Taken of(Document document, String mark) {
        var left = Fill.hasOddMark(document, mark) ? new Document() : Fill.part(document, mark);
        var set = new Document(Fill.part(left, "set"));
        set.entrySet().removeIf(field -> !Objects.equals(document.get(field.getKey()), field.getValue()));
        var rule = new Document(Fill.part(left, "rule"));
        rule.keySet().retainAll(set.keySet());
        var versions = new Versions(Fill.number(left, "base"), Fill.versionOf(left), Fill.versionOf(document));
        var removed = Fill.part(left, "set").keySet().stream().anyMatch(field -> document.get(field) == null);
        return new Taken(Fill.idOf(document), mark, set, rule, versions, removed);
    }

    /** What others made of it meanwhile may rest on what is taken back, and that they removed it would be forgotten. */
    boolean isChangedSince() {
        return removed || (!set.isEmpty() && versions.now() != versions.marked());
    }

    Document toCopy(String migration, Migration.Place place) {
        return new Document("_id", String.join("/", migration, place.owner().name(), place.collection(), text()))
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
        if (versions.now() != versions.marked()) {
            changes.add(inc(Fill.VERSION, 1L));
        } else {
            changes.add(versions.base() == 0 ? unset(Fill.VERSION) : Updates.set(Fill.VERSION, versions.base()));
        }
        return new UpdateOneModel<>(
                and(eq("_id", documentId), Fill.sameVersion(versions.now()), exists(mark)), combine(changes));
    }

    private String text() {
        return documentId.getClass().getSimpleName() + ":" + documentId;
    }
}
