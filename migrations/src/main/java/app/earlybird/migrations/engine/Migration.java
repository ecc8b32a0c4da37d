package app.earlybird.migrations.engine;

import java.util.List;
import org.bson.Document;

/**
 * One versioned change of the databases. Changes run in the order of their ids, each at most once successfully; one that
 * was interrupted runs again, so every step must be harmless when repeated.
 */
public interface Migration {

    /** Three digits; 001 to 003 are the seed's, which fill in data; 010 and later make the indexes of the services. */
    String id();

    /** Words with underscores, for people. */
    String name();

    /** To be raised whenever what the migration does changes: the ledger remembers it. */
    default int revision() {
        return 1;
    }

    /** What it needs; created between {@link #prepare} and {@link #fill}, so that racing writers are refused early. */
    List<IndexSpec> indexes();

    /** Whether it fills in data; its indexes alone are never taken back by the way. */
    default boolean isOfData() {
        return false;
    }

    /** Makes room for the indexes. */
    default void prepare(Work work) {}

    /** Fills in what can be derived, and reports what cannot. */
    default void fill(Work work) {}

    /** The collections in which it leaves marks, as {@code owner} and name. */
    default List<Place> places() {
        return List.of();
    }

    /** Whether what {@code down} removed may stand again as this run finds things; asked once per place. */
    default Restorable restorable(Work work) {
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
    record Place(Databases.Owner owner, String collection) {}
}
