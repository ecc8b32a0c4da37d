package app.earlybird.local.mongo;

import app.earlybird.local.process.ParentWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Holds a real server in Docker for as long as its parent lives: {@code MongoContainer <file for the URI>}. Testcontainers
 * removes the container afterwards, with its data.
 */
public final class MongoContainer {

    private static final String IMAGE = "mongo:8.0";

    private MongoContainer() {}

    public static void main(String[] args) throws IOException {
        try (var container = new MongoDBContainer(IMAGE).withReplicaSet()) {
            container.start();
            Files.writeString(Path.of(args[0]), container.getConnectionString() + "/?directConnection=true");
            System.out.println(ParentWatch.READY);
            ParentWatch.endWithParent();
        }
    }
}
