package app.earlybird.kit.test;

import app.earlybird.local.test.SuiteInfrastructure;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The database of this test run, for what no route shows: what is stored, and what others have stored before. */
public final class Database {

    private Database() {}

    public static <T> T collection(String name, Function<MongoCollection<Document>, T> work) {
        try (var client = MongoClients.create(SuiteInfrastructure.mongodbUri())) {
            return work.apply(client.getDatabase(System.getProperty(SuiteResource.DATABASE, ""))
                    .getCollection(name));
        }
    }

    /** Changes a document past every store, as another process would. */
    public static void document(String database, String collection, Bson filter, Bson change) {
        try (var client = MongoClients.create(SuiteInfrastructure.mongodbUri())) {
            client.getDatabase(database).getCollection(collection).updateOne(filter, change);
        }
    }
}
