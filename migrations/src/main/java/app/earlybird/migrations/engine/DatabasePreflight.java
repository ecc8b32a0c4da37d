package app.earlybird.migrations.engine;

import app.earlybird.contracts.Owner;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Whether these are the databases that are meant, on a server that is known. */
public final class DatabasePreflight {

    private static final int OLDEST_SERVER = 5;
    private static final Set<String> OURS = Set.of(
            "users",
            "customers_v2",
            "orders",
            "subscriptions_v2",
            "products",
            "delivery_statuses",
            "delivery_status",
            "shared_delivery_links",
            "provisionings",
            "signing_keys",
            "sessions",
            "login_throttles",
            "customer_refs");

    /** Other products have these, too. */
    private static final Set<String> COMMON = Set.of("users", "orders", "products", "sessions");

    private static final int SAMPLE = 20;

    private DatabasePreflight() {}

    /** Refuses before anything is written. */
    public static void check(Databases databases) {
        var build = databases.client().getDatabase("admin").runCommand(new Document("buildInfo", 1));
        var version = build.getString("version");
        if (Integer.parseInt(version.split("\\.", 2)[0]) < OLDEST_SERVER) {
            throw Refusal.precondition("The server is MongoDB " + version + "; the suite needs " + OLDEST_SERVER
                    + ".0 or newer: upgrade it first.");
        }
        for (var owner : Owner.values()) {
            mustBeOurs(databases.of(owner));
        }
    }

    private static void mustBeOurs(MongoDatabase database) {
        var collections = database.listCollectionNames().into(new HashSet<>());
        var own =
                List.of("migrations", Lease.COLLECTION, "migration_history", ConflictReport.CONFLICTS, Rollback.COPIES);
        collections.removeIf(name -> own.contains(name) || name.startsWith("system."));
        var known = collections.stream().filter(OURS::contains).toList();
        var recognised = known.stream().anyMatch(name -> !COMMON.contains(name) || hasBusinessKey(database, name));
        if (!collections.isEmpty() && !recognised) {
            throw Refusal.precondition("Database " + database.getName() + " holds something else: none of its"
                    + " collections is EarlyBird's; check --database and the names per service.");
        }
    }

    /** Whatever else calls a collection so has no such field. */
    private static boolean hasBusinessKey(MongoDatabase database, String collection) {
        var found = database.getCollection(collection).find().limit(SAMPLE).into(new ArrayList<>());
        return found.isEmpty() || found.stream().anyMatch(document -> document.get("id") != null);
    }
}
