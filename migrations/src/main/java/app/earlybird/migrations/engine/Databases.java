package app.earlybird.migrations.engine;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Map;

/** The databases of the suite by their owners; several owners may share one, as in the monolith. */
public record Databases(MongoClient client, Map<Owner, String> names, String ledgerName) {

    /** Who owns the collections of a database. */
    public enum Owner {
        AUTH,
        CUSTOMER,
        ORDER,
        DELIVERY
    }

    public MongoDatabase of(Owner owner) {
        return client.getDatabase(names.getOrDefault(owner, ""));
    }

    MongoDatabase ledger() {
        return client.getDatabase(ledgerName);
    }
}
