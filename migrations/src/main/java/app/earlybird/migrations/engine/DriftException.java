package app.earlybird.migrations.engine;

/** The database is not what the ledger says it must be. */
public final class DriftException extends RuntimeException {

    DriftException(String message) {
        super(message);
    }
}
