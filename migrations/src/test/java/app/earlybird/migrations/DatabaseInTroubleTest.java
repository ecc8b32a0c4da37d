package app.earlybird.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Owner;
import app.earlybird.local.process.Child;
import app.earlybird.local.process.Home;
import app.earlybird.local.process.Ports;
import app.earlybird.migrations.change.Places;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Digest;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database of its own, which may not let its file grow (what a full disk does to it), or is killed. */
class DatabaseInTroubleTest {

    private static final String DATABASE = "full";
    private static final String[] UP = {"up", "--to", "003", "--batch-size", "40", "--lease-seconds", "2"};

    private final int port = Ports.free();
    private final String uri = "mongodb://127.0.0.1:" + port;

    @Test
    @Tag("M11")
    void a_full_disk_ends_the_run_cleanly_and_the_next_goes_on_when_there_is_room() throws IOException {
        var folder = Files.createTempDirectory(Path.of("target"), "full-");
        var expected = filled(folder);

        var server = server(folder, Long.toString(size(folder) / 1024 + 64));
        var stopped = Migrator.start(uri, DATABASE, UP);
        assertThat(stopped.await()).isIn(1, 8);
        assertThat(stopped.error().strip()).hasLineCount(1);
        server.kill();

        server = server(folder, "unlimited");
        assertThat(Migrator.start(uri, DATABASE, UP).await()).isZero();
        assertThat(digest(DATABASE)).isEqualTo(expected);
        server.kill();
    }

    @Test
    void a_database_that_dies_in_the_middle_ends_the_run_cleanly_and_the_next_goes_on() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target"), "dying-");
        var expected = filled(folder);

        var server = server(folder, "unlimited");
        var stopped = Migrator.start(
                uri, DATABASE, "up", "--to", "003", "--batch-size", "20", "--max-rate", "200", "--lease-seconds", "2");
        TimeUnit.SECONDS.sleep(3);
        server.kill();
        var exit = stopped.await();
        assertThat(exit).as(stopped.error()).isEqualTo(8);
        assertThat(stopped.error()).contains("The database does not answer");

        server = server(folder, "unlimited");
        assertThat(Migrator.start(uri, DATABASE, UP).await()).isZero();
        assertThat(digest(DATABASE)).isEqualTo(expected);
        server.kill();
    }

    /** A database that is to be migrated, and the digest of one that was. */
    private String filled(Path folder) {
        var server = server(folder, "unlimited");
        try (var client = MongoClients.create(uri)) {
            LegacyData.write(client.getDatabase("spare"), 400, 1);
            assertThat(Migrator.start(uri, "spare", UP).await()).isZero();
            var expected = digest("spare");
            client.getDatabase("spare").drop();
            LegacyData.write(client.getDatabase(DATABASE), 400, 1);
            return expected;
        } finally {
            server.stop();
        }
    }

    private Child server(Path folder, String kilobytes) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = "ulimit -f %s; exec %s -Xmx128m -Dio.netty.noUnsafe=true -cp '%s' %s %s %d"
                .formatted(
                        kilobytes,
                        java,
                        Home.localStackClassPath(),
                        "app.earlybird.local.mongo.EmbeddedMongo",
                        folder.resolve("mongo"),
                        port);
        return Child.start("mongo", folder, List.of("bash", "-c", command), Map.of())
                .awaitReady(Duration.ofSeconds(30));
    }

    private String digest(String name) {
        try (var client = MongoClients.create(uri)) {
            var names = Arrays.stream(Owner.values()).collect(Collectors.toMap(Function.identity(), owner -> name));
            return Digest.of(new Databases(client, names, name), Places.all());
        }
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElseThrow();
        }
    }
}
