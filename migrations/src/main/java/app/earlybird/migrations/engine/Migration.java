package app.earlybird.migrations.engine;

/**
 * One versioned change of the databases. Changes run in the order of their ids, each at most once successfully; one that
 * was interrupted runs again, so every step must be harmless when repeated.
 */
public interface Migration {

    /** Three digits; 001 to 003 are the seed's. */
    String id();

    /** Words with underscores, for people. */
    String name();

    /** Changes when what the migration does changes: the ledger remembers it. */
    String checksum();

    /** What {@link #up} would do now; writes nothing. */
    Plan plan(Databases databases);

    /** Applies the change and says what it did. */
    Result up(Databases databases);

    /** Takes back what {@link #up} added, and nothing else. */
    Result down(Databases databases);
}
