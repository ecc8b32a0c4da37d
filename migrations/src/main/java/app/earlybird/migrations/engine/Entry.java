package app.earlybird.migrations.engine;

import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One migration in the ledger. */
record Entry(Document document) {

    String id() {
        return document.getString("_id");
    }

    State state() {
        var word = document.getString("state");
        return word == null ? State.PENDING : State.of(word);
    }

    @Nullable String checksum() {
        return document.getString("checksum");
    }

    @Nullable String error() {
        return document.getString("error");
    }

    Checkpoint progress() {
        return Checkpoint.of(document.get("progress", Document.class));
    }

    /** Those before the ledger kept them made every index they name. */
    @Nullable Document indexesMade() {
        return document.get("indexes_made", Document.class);
    }

    Document report() {
        return Objects.requireNonNullElseGet(document.get("report", Document.class), Document::new);
    }
}
