package app.earlybird.migrations.engine;

import app.earlybird.contracts.Owner;
import app.earlybird.operations.schema.DeclaredIndex;
import java.util.List;
import org.bson.Document;

/**
 * One versioned change of the databases. Changes run in the order of their ids, each at most once successfully; one that
 * was interrupted runs again, so every step must be harmless when repeated.
 */
public interface Migration {

    /** Three digits; 001 to 003 are the seed's. */
    String id();

    /** Words with underscores, for people. */
    String name();

    /** To be raised whenever what the migration does changes: the ledger remembers it. */
    default int revision() {
        return 1;
    }

    /** What it needs; created between {@link #prepare} and {@link #fill}, so that racing writers are refused early. */
    List<DeclaredIndex> indexes();

    /** Makes room for the indexes. */
    default void prepare(MigrationContext context) {}

    /** Fills in what can be derived, and reports what cannot. */
    void fill(MigrationContext context);

    /** The collections in which it leaves marks, as {@code owner} and name. */
    List<Place> places();

    /** Whether what {@code down} removed may be put back as this run finds things; asked once per place. */
    default Restorable restorable(MigrationContext context) {
        return (place, document, field, removed) -> Restorable.Answer.NOW;
    }

    /** By the document as it is now, and one field that was removed from it. */
    @FunctionalInterface
    interface Restorable {

        Answer of(Place place, Document document, String field, Object removed);

        /** Now, when people have put something right first, or not at all, so that it is looked at as if it were new. */
        enum Answer {
            NOW,
            LATER,
            NEVER
        }
    }

    /** A collection of an owner's database. */
    record Place(Owner owner, String collection) {}
}
