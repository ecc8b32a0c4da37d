package app.earlybird.e2e.audit;

import app.earlybird.e2e.Counts;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;

/** What the databases hold, read past the services. */
public final class Stored implements AutoCloseable {

    /** Where aggregates live, by database. */
    private static final Map<String, List<String>> AGGREGATES = Map.of(
            "earlybird_auth", List.of("users", "provisionings"),
            "earlybird_customer", List.of("customers_v2"),
            "earlybird_order", List.of("orders", "customer_refs"),
            "earlybird_delivery", List.of("delivery_statuses"));

    private final MongoClient client;

    public Stored(String uri) {
        this.client = MongoClients.create(uri);
    }

    Map<String, Document> users() {
        return by("earlybird_auth", "users", "id");
    }

    Map<String, Document> customers() {
        return by("earlybird_customer", "customers_v2", "id");
    }

    public Map<String, Document> orders() {
        return by("earlybird_order", "orders", "id");
    }

    public Map<String, Document> deliveries() {
        return by("earlybird_delivery", "delivery_statuses", "order_id");
    }

    /** Aggregates whose events the broker has not acknowledged. */
    public long backlog() {
        return AGGREGATES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(name -> collection(entry.getKey(), name)))
                .mapToLong(collection -> collection.countDocuments(Filters.exists("outbox_since")))
                .sum();
    }

    /** Aggregates whose document holds this text anywhere. */
    public long documentsWith(String text) {
        return AGGREGATES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(name -> collection(entry.getKey(), name)))
                .flatMap(collection -> collection.find().into(new ArrayList<>()).stream())
                .filter(document -> document.toJson().contains(text))
                .count();
    }

    /** Of every aggregate's document: equal digests, equal state. */
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            AGGREGATES.forEach((database, collections) -> collections.stream()
                    .map(name -> collection(database, name))
                    .flatMap(collection -> collection.find().into(new ArrayList<>()).stream())
                    .map(Document::toJson)
                    .sorted(Comparator.naturalOrder())
                    .forEach(json -> digest.update(json.getBytes(StandardCharsets.UTF_8))));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** Of the suite; what the monolith left has ObjectIds. */
    private Map<String, Document> by(String database, String collection, String key) {
        var all = new HashMap<String, Document>();
        for (var document : collection(database, collection).find()) {
            if (!(document.get("_id") instanceof ObjectId)) {
                all.put(document.getString(key), document);
            }
        }
        return all;
    }

    private MongoCollection<Document> collection(String database, String name) {
        return client.getDatabase(Counts.database(database)).getCollection(name);
    }
}
