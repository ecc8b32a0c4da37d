package app.earlybird.migrations.engine;

import java.util.Map;
import org.bson.Document;

/**
 * Something only a person can settle.
 *
 * @param kind its class, a word with underscores
 * @param subject {@code collection/id} of the document it is about
 * @param detail ids and counts; never a name, a whole phone or an address
 */
public record Conflict(String kind, String subject, Map<String, Object> detail) {

    Document toDocument(String migration) {
        return new Document("_id", migration + "/" + kind + "/" + subject)
                .append("migration", migration)
                .append("kind", kind)
                .append("subject", subject)
                .append("detail", new Document(detail));
    }
}
