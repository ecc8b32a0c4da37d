package app.earlybird.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.local.mongo.Mongo;
import app.earlybird.local.process.Child;
import app.earlybird.local.process.Ports;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the embedded server: a killed process loses nothing it acknowledged, and its indexes are whole afterwards. */
class DurabilityTest {

    private static final int DOCUMENTS = 200;

    @Test
    @Tag("F10")
    void what_was_acknowledged_outlives_a_kill(@TempDir Path folder) {
        var port = Ports.free();
        for (int round = 0; round < 3; round++) {
            var server = process(Mongo.embedded(folder, port));
            write(port, round);
            server.kill();
        }
        var server = process(Mongo.embedded(folder, port));
        check(port);
        server.kill();
    }

    private static void write(int port, int round) {
        with(port, documents -> {
            documents.createIndex(new Document("id", 1), new IndexOptions().unique(true));
            IntStream.range(0, DOCUMENTS)
                    .forEach(i -> documents.insertOne(new Document("_id", round + "-" + i)
                            .append("id", round + "-" + i)
                            .append("version", 1L)));
        });
    }

    private static void check(int port) {
        with(port, documents -> {
            assertThat(documents.countDocuments()).isEqualTo(3L * DOCUMENTS);
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> documents.insertOne(new Document("id", "2-7")));
            var guarded = Filters.and(Filters.eq("id", "1-7"), Filters.eq("version", 1L));
            assertThat(documents.updateOne(guarded, Updates.inc("version", 1L)).getMatchedCount())
                    .isEqualTo(1);
            assertThat(documents.updateOne(guarded, Updates.inc("version", 1L)).getMatchedCount())
                    .isZero();
        });
    }

    private static void with(int port, Consumer<MongoCollection<Document>> work) {
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            work.accept(client.getDatabase("durable").getCollection("documents"));
        }
    }

    private static Child process(Mongo mongo) {
        return Objects.requireNonNull(mongo.process());
    }
}
