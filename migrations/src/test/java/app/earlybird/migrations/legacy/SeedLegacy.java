package app.earlybird.migrations.legacy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./earlybird seed-legacy N}: a database as the monolith left it, for trying the migrations on. */
public final class SeedLegacy {

    private static final String DATABASE = "earlybird_legacy";

    private SeedLegacy() {}

    /** @param arguments how many customers, and optionally the seed */
    public static void main(String[] arguments) {
        var isAsked = List.of(arguments).stream().allMatch(each -> each.matches("[1-9][0-9]{0,6}"));
        if (!isAsked || arguments.length > 2) {
            System.err.println("Usage: ./earlybird seed-legacy [CUSTOMERS [SEED]], whole numbers from 1 to 9999999.");
            System.exit(2);
        }
        var customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        var uri = Objects.requireNonNullElse(System.getenv("EARLYBIRD_MONGODB_URI"), "mongodb://127.0.0.1:27017");
        var name = Objects.requireNonNullElse(System.getenv("EARLYBIRD_DATABASE"), DATABASE);
        Logger.getLogger("").setLevel(Level.SEVERE);
        try (var client = MongoClients.create(patient(uri))) {
            var database = client.getDatabase(name);
            if (database.listCollectionNames().iterator().hasNext()) {
                System.err.printf(
                        "Database %s is not empty; name another with EARLYBIRD_DATABASE, or drop it.%n", name);
                System.exit(2);
            }
            print(LegacyData.write(database, customers, seed), name, seed);
        } catch (MongoTimeoutException noServer) {
            System.err.println(
                    "No MongoDB answers there; start one (./earlybird up has one at its port) or set EARLYBIRD_MONGODB_URI.");
            System.exit(8);
        }
    }

    private static void print(LegacyData data, String name, long seed) {
        System.out.printf("Database %s, seed %d; everybody's password is %s%n", name, seed, LegacyData.PASSWORD);
        for (var migration : new String[] {"001", "002", "003"}) {
            System.out.printf(
                    "%s will fill in %d and leave to people: %s%n",
                    migration, data.filled(migration), data.conflicts(migration));
        }
        System.out.printf("Next: EARLYBIRD_DATABASE=%s java -jar migrations/target/migrations.jar plan%n", name);
    }

    private static MongoClientSettings patient(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build();
    }
}
