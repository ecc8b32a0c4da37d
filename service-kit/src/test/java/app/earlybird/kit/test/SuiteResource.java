package app.earlybird.kit.test;

import app.earlybird.contracts.Owner;
import app.earlybird.local.test.SuiteInfrastructure;
import app.earlybird.operations.schema.Schema;
import com.mongodb.client.MongoClients;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Real Kafka and MongoDB for one service under test, with the schema, and keys that {@link TestTokens} signs with. */
public class SuiteResource implements QuarkusTestResourceLifecycleManager {

    /** Whose keys the service verifies tokens with. */
    public enum Keys {
        OF_THE_TEST,
        ITS_OWN
    }

    static final String DATABASE = "earlybird.test.database";

    private Keys keys = Keys.OF_THE_TEST;

    @Override
    public void init(Map<String, String> arguments) {
        keys = Keys.valueOf(arguments.getOrDefault("keys", Keys.OF_THE_TEST.name()));
    }

    @Override
    public Map<String, String> start() {
        SuiteInfrastructure.start();
        if (System.getProperty(DATABASE) == null) {
            System.setProperty(DATABASE, withSchema("earlybird_test_" + UUID.randomUUID()));
        }
        var neighbours = Neighbours.start();
        var config = new HashMap<String, String>();
        config.put("quarkus.mongodb.connection-string", SuiteInfrastructure.mongodbUri());
        config.put("quarkus.mongodb.database", System.getProperty(DATABASE, ""));
        config.put("kafka.bootstrap.servers", SuiteInfrastructure.kafka());
        if (keys == Keys.OF_THE_TEST) {
            config.put("quarkus.management.test-port", "0");
            config.put("quarkus.http.test-port", "0");
            config.put("mp.jwt.verify.publickey.location", TestTokens.publishKeys());
        }
        for (var service : new String[] {"auth", "customer", "order", "delivery"}) {
            config.put("quarkus.rest-client." + service + "-service.url", neighbours);
        }
        return config;
    }

    @Override
    public void stop() {
        // Shared by every test application of this JVM, and stopped with it.
    }

    private static String withSchema(String database) {
        try (var client = MongoClients.create(SuiteInfrastructure.mongodbUri())) {
            var names = Arrays.stream(Owner.values()).collect(Collectors.toMap(Function.identity(), owner -> database));
            new Schema(client, names, SuiteInfrastructure.kafka(), (short) 1).apply();
            return database;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (Exception failure) {
            throw new IllegalStateException("The test databases could not be prepared", failure);
        }
    }
}
