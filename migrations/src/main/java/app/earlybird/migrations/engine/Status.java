package app.earlybird.migrations.engine;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The state of one migration.
 *
 * @param entry the ledger's document, with progress, owner, times and error
 */
public record Status(
        String id,
        String name,
        String checksum,
        State state,
        boolean reversible,
        @Nullable Document entry) {

    public boolean isPending() {
        return state != State.APPLIED && state != State.RETIRED && !isDrift();
    }

    /** The command that was interrupted or is at work; empty where none is. */
    public String command() {
        if (entry == null) {
            return "";
        }
        var stored = entry.getString("state");
        if (State.RUNNING.code().equals(stored)) {
            return Boolean.TRUE.equals(entry.get("rescan")) ? "up --rescan" : "up";
        }
        return State.ROLLING_BACK.code().equals(stored) ? "down" : "";
    }

    /** Neither {@code up} nor {@code down} does anything before that is put right. */
    public boolean isDrift() {
        return state == State.CHECKSUM_MISMATCH || state == State.MISSING;
    }
}
