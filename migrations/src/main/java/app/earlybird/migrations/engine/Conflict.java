package app.earlybird.migrations.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * Something only a person can settle.
 *
 * @param kind its class, a word with underscores
 * @param subject {@code collection/id} of the document it is about
 * @param detail ids and counts; never a name, a whole phone or an address
 */
public record Conflict(String kind, String subject, Map<String, Object> detail) {

    private static final Pattern ID = Pattern.compile("[\\w./:-]{1,160}");

    private static final Pattern COLLECTION = Pattern.compile("^\\w{1,60}/");

    Document toDocument(String migration) {
        var harmless = shown(subject);
        var sorted = new Document();
        new TreeMap<>(detail)
                .forEach((name, value) -> sorted.append(name, value instanceof String text ? shown(text) : value));
        return new Document("_id", migration + "/" + kind + "/" + harmless)
                .append("migration", migration)
                .append("kind", kind)
                .append("subject", harmless)
                .append("detail", sorted);
    }

    /** In place of an id the monolith may hold an e-mail or a name. */
    public static String shown(String id) {
        if (ID.matcher(id).matches()) {
            return id;
        }
        var collection = COLLECTION.matcher(id);
        return (collection.find() ? collection.group() : "") + "(no id) " + Checksums.shortOf(id);
    }
}
