package app.earlybird.local.mongo;

import app.earlybird.local.process.Child;
import app.earlybird.local.process.Home;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The database the suite uses, chosen in the order of architecture.md, section 7. */
public record Mongo(
        String uri, String description, @Nullable Child process) {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PULL_AND_START = Duration.ofMinutes(5);

    public static Mongo choose(Path folder, int port) {
        var given = System.getenv("EARLYBIRD_MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return new Mongo(given, "given by EARLYBIRD_MONGODB_URI", null);
        }
        var mongod = mongod();
        if (mongod.isPresent()) {
            return MongodReplicaSet.started(mongod.get(), folder, port);
        }
        return dockerWorks() ? inDocker(folder) : embedded(folder, port);
    }

    /** Keeps its data in the folder, and finds it there again. */
    public static Mongo embedded(Path folder, int port) {
        return embedded(folder, port, System.getProperty("earlybird.embedded-heap", "256m"));
    }

    /** @param heap of its process, as the JVM writes it */
    public static Mongo embedded(Path folder, int port, String heap) {
        var arguments = List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dio.netty.noUnsafe=true",
                "-cp",
                Home.localStackClassPath(),
                "app.earlybird.local.mongo.EmbeddedMongo",
                folder.resolve("mongo").toString(),
                Integer.toString(port));
        var server = Child.java("mongo", folder, arguments, Map.of()).awaitReady(START);
        return new Mongo("mongodb://127.0.0.1:" + port, "embedded, not for production", server);
    }

    private static Mongo inDocker(Path folder) {
        var uri = folder.resolve("mongo.uri");
        var arguments = List.of(
                "-Xmx128m",
                "-cp",
                Home.localStackClassPath(),
                "app.earlybird.local.mongo.MongoContainer",
                uri.toString());
        var holder = Child.java("mongo", folder, arguments, Map.of()).awaitReady(PULL_AND_START);
        try {
            return new Mongo(Files.readString(uri), "Docker container", holder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<Path> mongod() {
        var named = System.getenv("EARLYBIRD_MONGOD");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Asks the client, because Testcontainers' own look fills the log with stack traces. */
    private static boolean dockerWorks() {
        try {
            var info = new ProcessBuilder("docker", "info", "--format", "{{.ServerVersion}}")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (info.waitFor(3, TimeUnit.SECONDS)) {
                return info.exitValue() == 0;
            }
            info.destroyForcibly();
            return false;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
