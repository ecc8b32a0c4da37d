package app.earlybird.migrations.engine;

import app.earlybird.contracts.Owner;
import app.earlybird.contracts.StoredCollection;
import com.mongodb.ServerAddress;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The databases of the suite by their owners; several owners may share one, as in the monolith. */
public record Databases(MongoClient client, Map<Owner, String> names, String ledgerName) implements Reader {

    private static final int AT_ONCE = 1000;

    public MongoDatabase of(Owner owner) {
        return client.getDatabase(names.getOrDefault(owner, ""));
    }

    public MongoCollection<Document> collection(Owner owner, String name) {
        return of(owner).getCollection(name);
    }

    public MongoCollection<Document> collection(StoredCollection declared) {
        return collection(declared.owner(), declared.collectionName());
    }

    public MongoCollection<Document> collection(Migration.Place place) {
        return collection(place.owner(), place.collection());
    }

    /** Every document, some at a time: a server may otherwise answer with all of them at once. */
    public FindIterable<Document> all(Migration.Place place) {
        return collection(place).find().batchSize(AT_ONCE);
    }

    @Override
    public FindIterable<Document> all(Migration.Place place, Bson projection) {
        return all(place).projection(projection);
    }

    /** The server's addresses, without whoever asks. */
    public List<String> hosts() {
        var cluster = client.getClusterDescription().getClusterSettings();
        return cluster.getSrvHost() == null
                ? cluster.getHosts().stream().map(ServerAddress::toString).toList()
                : List.of(cluster.getSrvHost());
    }

    /** Each name once. */
    public Set<String> allNames() {
        var all = new TreeSet<>(names.values());
        all.add(ledgerName);
        return all;
    }

    /** The migrator's own: what was applied, who works, what could not be done, what was taken back. */
    public MongoCollection<Document> own(String name) {
        return client.getDatabase(ledgerName).getCollection(name);
    }
}
