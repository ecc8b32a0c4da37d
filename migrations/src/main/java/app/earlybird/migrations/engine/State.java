package app.earlybird.migrations.engine;

import java.util.Arrays;
import java.util.Locale;

/** How a migration stands. */
public enum State {
    PENDING,
    RUNNING,
    /** Being taken back. */
    ROLLING_BACK,
    APPLIED,
    /** Ended with an error; the next {@code up} goes on. */
    FAILED,
    /** Its process has ended without a word, or was asked to; the next {@code up} goes on. */
    INTERRUPTED,
    ROLLED_BACK,
    /** Applied, and edited since. */
    CHECKSUM_MISMATCH,
    /** In the ledger, and not in this version of the migrator. */
    MISSING,
    /** In the ledger, and no longer a migration: {@code operations schema apply} does what it did. */
    RETIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.drift("The ledger (collection `migrations`) holds a state that no migrator writes: "
                                + word + "; put back what stood there before it was edited."));
    }
}
