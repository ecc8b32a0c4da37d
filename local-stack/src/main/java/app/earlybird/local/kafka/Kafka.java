package app.earlybird.local.kafka;

import app.earlybird.local.process.Child;
import app.earlybird.local.process.Home;
import app.earlybird.local.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The broker the suite uses: the one named by {@code EARLYBIRD_KAFKA}, else one started here as a child JVM. */
public record Kafka(
        String bootstrapServers,
        String description,
        @Nullable Child process) {

    private static final Duration START = Duration.ofSeconds(60);

    public static Kafka choose(Path folder, int port) {
        var given = System.getenv("EARLYBIRD_KAFKA");
        return given == null || given.isBlank() ? started(folder, port) : new Kafka(given, "given", null);
    }

    /** Keeps its data in the folder, and finds it there again. */
    public static Kafka started(Path folder, int port) {
        var arguments = List.of(
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Home.localStackClassPath(),
                "app.earlybird.local.kafka.KafkaBroker",
                folder.resolve("kafka").toString(),
                Integer.toString(port),
                Integer.toString(Ports.free()));
        var broker = Child.java("kafka", folder, arguments, Map.of()).awaitReady(START);
        return new Kafka("127.0.0.1:" + port, "Apache Kafka, child JVM", broker);
    }
}
