package app.earlybird.migrations.engine;

import app.earlybird.migrations.engine.Databases.Owner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Whether these are the databases that are meant, on a server that is known. */
public final class Surroundings {

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

    private Surroundings() {}

    /** Refuses before anything is written. */
    public static void check(Databases databases) {
        var build = databases.client().getDatabase("admin").runCommand(new Document("buildInfo", 1));
        var version = build.getString("version");
        if (Integer.parseInt(version.split("\\.", 2)[0]) < OLDEST_SERVER) {
            throw Refusal.precondition("The server is MongoDB " + version + "; the suite needs " + OLDEST_SERVER
                    + ".0 or newer: upgrade it first.");
        }
        for (var owner : Owner.values()) {
            mustBeOurs(
                    databases.of(owner).getName(),
                    databases.of(owner).listCollectionNames().into(new HashSet<>()));
        }
    }

    private static void mustBeOurs(String database, Set<String> collections) {
        var own = List.of("migrations", Lease.COLLECTION, "migration_history", Journal.CONFLICTS, Undo.COPIES);
        collections.removeIf(name -> own.contains(name) || name.startsWith("system."));
        if (!collections.isEmpty() && collections.stream().noneMatch(OURS::contains)) {
            throw Refusal.precondition("Database " + database + " holds something else: none of its collections is"
                    + " EarlyBird's; check --database and the names per service.");
        }
    }
}
