package app.earlybird.migrations.engine;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Documents to be seen.
 *
 * @param name unique within the migration
 */
public record Step(String name, MongoCollection<Document> source, Bson filter, Bson projection, Kind kind) {

    public Step(String name, MongoCollection<Document> source, Bson filter, Bson projection) {
        this(name, source, filter, projection, Kind.ONCE);
    }

    /** What an interrupted run that goes on makes of it, and whether it counts as seen. */
    public enum Kind {
        /** Goes on where it was. */
        ONCE,
        /** Begins anew: others may have undone it meanwhile. */
        EACH_TIME,
        /** A second look at what this run has written: no part of what there was to do. */
        SECOND_LOOK
    }
}
