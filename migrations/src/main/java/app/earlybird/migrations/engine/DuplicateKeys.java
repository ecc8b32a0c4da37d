package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.List;
import org.bson.Document;

/** Writes for which "it is there already" is an answer, not a failure. */
final class DuplicateKeys {

    private DuplicateKeys() {}

    /** Whether it was inserted. */
    static boolean insert(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    /** Inserts them; what is there already is replaced, which is the rarer case and the slower one. */
    static void put(MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (!isOnlyDuplicates(failure)) {
                throw failure;
            }
            collection.bulkWrite(failure.getWriteErrors().stream()
                    .map(error -> documents.get(error.getIndex()))
                    .map(known -> new ReplaceOneModel<>(eq("_id", known.get("_id")), known))
                    .toList());
        }
    }

    static boolean isOnlyDuplicates(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
