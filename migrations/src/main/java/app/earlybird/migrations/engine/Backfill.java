package app.earlybird.migrations.engine;

import com.mongodb.client.model.UpdateOneModel;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Fields to be set on one document, where they are absent and the document is as it was read. The document
 * keeps a mark of what was set, by which rule, so that only that is ever taken back; its version goes up by one
 * for each field, so that a service that has read it before does not write over it.
 *
 * @param subject the name of the document in reports
 * @param stored its version as read; null where there is none, as in the monolith
 * @param marks what migrations have left on it, by name
 * @param malformed its version is no whole number
 * @param rules why, by field
 */
public record Backfill(
        Object documentId,
        String subject,
        @Nullable Number stored,
        Document marks,
        boolean malformed,
        Map<String, Object> values,
        Map<String, String> rules) {

    static final String VERSION = "version";
    /** No writer counts so far. */
    private static final long MOST_VERSIONS = 1L << 53;

    private static final String MALFORMED_VERSION = "malformed_version";
    static final String MALFORMED_MARK = "malformed_mark";
    private static final String REMOVED_SINCE = "removed_by_user";

    public static Backfill of(Document read, Map<String, Object> values, String rule) {
        var rules = new TreeMap<String, String>();
        values.keySet().forEach(field -> rules.put(field, rule));
        return of(read, values, rules);
    }

    static Backfill of(Document read, Map<String, Object> values, Map<String, String> rules) {
        var stored = read.get(VERSION) instanceof Number number ? number : null;
        var marks = new Document(read);
        marks.keySet().removeIf(name -> !name.startsWith(mark("")));
        return new Backfill(idOf(read), subject(read), stored, marks, hasMalformedVersion(read), values, rules);
    }

    static String subject(Document read) {
        return read.get("id") instanceof String id ? id : String.valueOf(read.get("_id"));
    }

    /** Part of a mark, empty where somebody has put something else there. */
    static Document part(Document from, String field) {
        return from.get(field) instanceof Document part ? part : new Document();
    }

    /** The field that says what a migration has set. */
    public static String mark(String migration) {
        return "migrated_" + migration;
    }

    static Object idOf(Document read) {
        return Objects.requireNonNull(read.get("_id"), "every document has an _id");
    }

    /** A value that is there is malformed, so nothing is written. */
    static boolean hasMalformedVersion(Document read) {
        var version = read.get(VERSION);
        return version != null
                && !((version instanceof Long || version instanceof Integer)
                        && isCountable(((Number) version).longValue()));
    }

    /** Near the largest of all a server refuses to add one, or begins again below zero. */
    private static boolean isCountable(long version) {
        return version >= 0 && version < MOST_VERSIONS;
    }

    static long number(Document read, String field) {
        return read.get(field) instanceof Number number ? number.longValue() : 0L;
    }

    /**
     * Whether somebody or a service has removed what this migration has set before. That is a decision, and is kept.
     *
     * @param read with the mark
     */
    public static boolean isRemoved(Document read, String migration, String field) {
        return read.get(field) == null
                && part(part(read, mark(migration)), "set").containsKey(field);
    }

    /**
     * Why this migration does not write to it, as a class of conflicts; null when it may.
     *
     * @param read with its version and the mark
     */
    public static @Nullable String refused(Document read, String migration, String field) {
        if (hasMalformedVersion(read)) {
            return MALFORMED_VERSION;
        }
        if (hasMalformedMark(read, mark(migration))) {
            return MALFORMED_MARK;
        }
        return isRemoved(read, migration, field) ? REMOVED_SINCE : null;
    }

    /** As {@link #refused(Document, String, String)}, of all its fields. */
    @Nullable String refused(String migration) {
        if (malformed) {
            return MALFORMED_VERSION;
        }
        return values.keySet().stream()
                .map(field -> refused(marks, migration, field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether it must be repaired before it is written to. */
    public static boolean isMalformed(Document read, String migration) {
        return hasMalformedVersion(read) || hasMalformedMark(read, mark(migration));
    }

    /** Another value is where the mark belongs: it is not overwritten. */
    static boolean hasMalformedMark(Document read, String mark) {
        return read.containsKey(mark) && !(read.get(mark) instanceof Document left && isOurs(left));
    }

    /** Whoever writes a mark writes both versions. */
    private static boolean isOurs(Document mark) {
        return Stream.of(VERSION, "base").allMatch(field -> mark.get(field) instanceof Number)
                && Stream.of("set", "rule", "run")
                        .allMatch(part -> !mark.containsKey(part) || mark.get(part) instanceof Document);
    }

    UpdateOneModel<Document> toUpdate(String migration, long run) {
        var mark = mark(migration);
        var conditions = new Document("_id", documentId).append(VERSION, stored);
        var changes = new Document(VERSION, version() + values.size());
        values.forEach((field, value) -> {
            conditions.append(field, null);
            changes.append(field, value)
                    .append(mark + ".set." + field, value)
                    .append(mark + ".rule." + field, rules.get(field))
                    .append(mark + ".run." + field, run);
        });
        changes.append(mark + ".version", marked(mark) + values.size());
        return new UpdateOneModel<>(
                conditions, new Document("$set", changes).append("$min", new Document(mark + ".base", version())));
    }

    /** Stays as far behind the version as the application has come since it was marked first. */
    private long marked(String mark) {
        return part(marks, mark).get(VERSION) instanceof Number marked ? marked.longValue() : version();
    }

    private long version() {
        return stored == null ? 0 : stored.longValue();
    }
}
