package app.earlybird.local.mongo;

import app.earlybird.local.process.Child;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** A real server of this machine, started as a replica set of one. */
final class MongodReplicaSet {

    private static final int ALREADY_INITIALISED = 23;
    private static final Duration START = Duration.ofSeconds(60);

    private MongodReplicaSet() {}

    static Mongo started(Path mongod, Path folder, int port) {
        var data = dataFolder(folder);
        var command = List.of(
                mongod.toString(),
                "--port",
                Integer.toString(port),
                "--bind_ip",
                "127.0.0.1",
                "--dbpath",
                data.toString(),
                "--replSet",
                "earlybird");
        var server = Child.start("mongo", folder, command, Map.of());
        var uri = "mongodb://127.0.0.1:" + port + "/?directConnection=true";
        initiate(uri, port);
        server.await(START, () -> isPrimary(uri));
        return new Mongo(uri, "mongod " + mongod, server);
    }

    private static void initiate(String uri, int port) {
        var member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        var config = new Document("_id", "earlybird").append("members", List.of(member));
        try (var client = MongoClients.create(uri)) {
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() != ALREADY_INITIALISED) {
                throw refused;
            }
        }
    }

    private static boolean isPrimary(String uri) {
        try (var client = MongoClients.create(uri)) {
            return client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary", false);
        }
    }

    private static Path dataFolder(Path folder) {
        try {
            return Files.createDirectories(folder.resolve("mongod"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
