package app.earlybird.migrations.engine;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Documents to be seen.
 *
 * @param name unique within the migration
 * @param ofOwnWrites a second look at what this run has written: it is no part of what there was to do
 */
public record Step(String name, MongoCollection<Document> source, Bson filter, Bson projection, boolean ofOwnWrites) {

    public Step(String name, MongoCollection<Document> source, Bson filter, Bson projection) {
        this(name, source, filter, projection, false);
    }
}
