package app.earlybird.migrations.engine;

import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads whole collections: as they are, or as a run finds them. */
@FunctionalInterface
public interface Reader {

    /** Some documents at a time, in no order. */
    Iterable<Document> all(Migration.Place place, Bson projection);
}
