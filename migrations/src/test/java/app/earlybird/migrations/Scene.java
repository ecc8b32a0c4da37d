package app.earlybird.migrations;

import app.earlybird.contracts.Owner;
import app.earlybird.local.test.SuiteInfrastructure;
import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.change.Places;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Digest;
import app.earlybird.migrations.engine.Done;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Lease;
import app.earlybird.migrations.engine.Migration;
import app.earlybird.migrations.engine.Settings;
import app.earlybird.operations.schema.DeclaredIndex;
import app.earlybird.operations.schema.Indexes;
import com.mongodb.MongoSocketException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One database for everything, as the monolith's, and a migrator for it; a server that was given is left clean. */
final class Scene implements AutoCloseable {

    private static final String OWNER = "test:1";

    private final MongoClient client = connected();
    final String name = "legacy_" + UUID.randomUUID().toString().replace("-", "");
    final Databases databases = new Databases(
            client, Arrays.stream(Owner.values()).collect(Collectors.toMap(Function.identity(), owner -> name)), name);

    static String uri() {
        SuiteInfrastructure.start();
        return SuiteInfrastructure.mongodbUri();
    }

    private static MongoClient connected() {
        return MongoClients.create(uri());
    }

    MongoDatabase database() {
        return client.getDatabase(name);
    }

    MongoCollection<Document> collection(String collection) {
        return database().getCollection(collection);
    }

    Engine engine() {
        return engine(Changes.all());
    }

    Engine engine(List<Migration> migrations) {
        return new Engine(migrations, databases, Settings.of(OWNER));
    }

    List<Done> up(@Nullable String to) {
        try (var lease = lease()) {
            return engine().up(to, false, lease);
        }
    }

    List<Done> rescan(String to) {
        try (var lease = lease()) {
            return engine().up(to, true, lease);
        }
    }

    List<Done> down(@Nullable String to, boolean lossAllowed) {
        try (var lease = lease()) {
            return engine().down(to, lossAllowed, lease);
        }
    }

    /** As {@code operations schema apply} does for the collections of the services. */
    void applySchema() {
        var schema = new Indexes(databases::collection);
        schema.missing(DeclaredIndex.all()).forEach(schema::create);
    }

    Lease lease() {
        return Lease.acquire(databases, Settings.of(OWNER));
    }

    /** The server closes the connection it is asked on. */
    void stepDown() {
        try {
            client.getDatabase("admin")
                    .runCommand(new Document("replSetStepDown", 5)
                            .append("secondaryCatchUpPeriodSecs", 2)
                            .append("force", true));
        } catch (MongoSocketException closed) {
            // As it is meant
        }
    }

    /** Every effect of them, by migration; but for the batches: how many documents go into one is a question of time. */
    static Map<String, Map<String, Object>> effects(List<Done> done) {
        var effects = new HashMap<String, Map<String, Object>>();
        for (var each : done) {
            var effect = new HashMap<String, Object>(each.counters());
            effect.remove("batches");
            effect.put("conflicts", each.conflicts());
            effect.put("samples", each.samples());
            effect.put("indexes", each.indexes());
            effects.put(each.status().id(), effect);
        }
        return effects;
    }

    String digest() {
        return Digest.of(databases, Places.all());
    }

    @Override
    public void close() {
        if (System.getenv("EARLYBIRD_MONGODB_URI") != null) {
            database().drop();
        }
        client.close();
    }
}
