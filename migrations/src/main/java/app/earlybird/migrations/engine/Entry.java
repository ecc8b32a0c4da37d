package app.earlybird.migrations.engine;

import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One migration in the ledger.
 *
 * @param checksum as it was when it last ran
 * @param error what its last run stopped with
 * @param owner who has run it last
 * @param run how many there were, ways back included and resumed ones not counted
 * @param fence token of the lease that wrote it last
 * @param made indexes that its runs have made or replaced, interrupted ones included
 * @param document all of it
 */
record Entry(
        String id,
        State state,
        @Nullable String checksum,
        @Nullable String error,
        @Nullable String owner,
        Checkpoint progress,
        long run,
        long fence,
        MigrationIndexes.Made made,
        Document document) {

    /** Refuses what was changed by hand, before anything rests on it. */
    static Entry of(Document document) {
        if (!(document.get("_id") instanceof String id && id.matches("\\d{3}"))) {
            throw Refusal.precondition("Collection `migrations` holds entries that are none of EarlyBird's ("
                    + Conflict.shown(String.valueOf(document.get("_id"))) + "): it is another product's, or was edited;"
                    + " check --database and --ledger-database.");
        }
        try {
            var word = document.getString("state");
            return new Entry(
                    document.getString("_id"),
                    word == null ? State.PENDING : State.of(word),
                    document.getString("checksum"),
                    document.getString("error"),
                    document.getString("owner"),
                    Checkpoint.of(document.get("progress", Document.class)),
                    number(document, "run"),
                    number(document, "fence"),
                    MigrationIndexes.Made.of(part(document, "indexes_made")),
                    document);
        } catch (ClassCastException | IllegalArgumentException edited) {
            throw Refusal.drift("Entry " + document.get("_id") + " of the ledger (collection `migrations`) is not as a"
                    + " migrator writes it; put back what stood there before it was edited.");
        }
    }

    private static long number(Document document, String field) {
        var number = document.get(field, Number.class);
        var value = number == null ? 0 : number.longValue();
        if (value < 0 || value > Locks.MOST_TOKENS) {
            throw new IllegalArgumentException(field);
        }
        return value;
    }

    private static Document part(Document document, String field) {
        return Objects.requireNonNullElseGet(document.get(field, Document.class), Document::new);
    }
}
