package app.earlybird.migrations;

import app.earlybird.local.process.Home;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The command as a process of its own, to be killed, stopped and read. */
final class Migrator {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private Migrator(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Migrator start(Scene scene, String... arguments) {
        return start(Scene.uri(), scene.name, arguments);
    }

    static Migrator start(String uri, String database, String... arguments) {
        return start(uri, database, null, arguments);
    }

    /** @param given where its standard output goes; null for a file of its own */
    static Migrator start(String uri, String database, @Nullable Path given, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Home.root().resolve("migrations/target/classes") + ":" + System.getProperty("java.class.path"),
                "app.earlybird.migrations.cli.Migrate"));
        command.addAll(List.of(arguments));
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "migrator-");
            var out = given == null ? folder.resolve("out") : given;
            var err = folder.resolve("err");
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("EARLYBIRD_MONGODB_URI", uri);
            builder.environment().put("EARLYBIRD_DATABASE", database);
            return new Migrator(builder.start(), out, err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its exit code. */
    int await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The migrator does not end: " + error());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    String output() {
        return read(out);
    }

    String error() {
        return read(err);
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(output());
        } catch (IOException failure) {
            throw new UncheckedIOException(output() + error(), failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
