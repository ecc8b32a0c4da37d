package app.earlybird.migrations.engine;

import java.util.Arrays;
import java.util.Locale;

/** The state of a migration. */
public enum State {
    PENDING,
    RUNNING,
    /** Being taken back. */
    ROLLING_BACK,
    APPLIED,
    /** Ended with an error; the next {@code up} goes on. */
    FAILED,
    /** Its process was killed, or was asked to end; the next {@code up} goes on. */
    INTERRUPTED,
    ROLLED_BACK,
    /** Applied, and edited since. */
    CHECKSUM_MISMATCH,
    /** In the ledger, and not in this version of the migrator. */
    MISSING,
    /** In the ledger, and no longer a migration: {@code operations schema apply} does what it did. */
    RETIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.drift("The ledger (collection `migrations`) holds a state that no migrator writes: "
                                + code + "; put back what was there before it was edited."));
    }
}
