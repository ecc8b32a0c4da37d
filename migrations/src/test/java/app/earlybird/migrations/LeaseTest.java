package app.earlybird.migrations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import app.earlybird.migrations.engine.Refusal;
import app.earlybird.migrations.engine.Settings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrator's clock and the database's differ by hours: only the database's counts. */
class LeaseTest {

    private static final Duration LEASE = Duration.ofMillis(1500);

    private MongoServer server = new MongoServer(new MemoryBackend());

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 0, 2})
    @Tag("M06")
    void one_that_gives_no_sign_of_life_is_followed_after_its_lease_and_one_that_does_is_not(long hours) {
        try (var client = clientOfServerAhead(Duration.ofHours(hours))) {
            var databases = new Databases(client, Map.of(), "ledger");
            try (var alive = Lease.acquire(databases, settings("alive:1"))) {
                assertThatThrownBy(() -> Lease.acquire(databases, settings("other:2")))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.exit()).isEqualTo(Exit.LOCKED))
                        .hasMessageContaining("alive:1");
                assertThat(alive.token()).isEqualTo(1);
            }
            die(databases);
            try (var next = Lease.acquire(databases, settings("next:3"))) {
                assertThat(next.token()).isEqualTo(3);
                assertThat(next.waitedMillis()).isBetween(LEASE.toMillis() - 600, LEASE.toMillis() + 2000);
            }
        }
    }

    /** As when the database's clock was put back, or somebody wrote a time of his own. */
    @Test
    void one_whose_last_sign_of_life_is_in_the_future_is_followed_after_its_lease() {
        try (var client = clientOfServerAhead(Duration.ZERO)) {
            var databases = new Databases(client, Map.of(), "ledger");
            die(databases);
            databases
                    .own("migration_lock")
                    .updateOne(
                            eq("_id", "lock"), set("renewed_at", Instant.now().plus(Duration.ofDays(99))));
            try (var next = Lease.acquire(databases, settings("next:3"))) {
                assertThat(next.waitedMillis()).isBetween(LEASE.toMillis(), LEASE.toMillis() + 2000);
            }
        }
    }

    private static Settings settings(String owner) {
        return new Settings(owner, LEASE, 1, 0, new AtomicBoolean(), Settings.Progress.SILENT);
    }

    /** As a holder leaves it that was killed. */
    private static void die(Databases databases) {
        var lease = Lease.acquire(databases, settings("dead:2"));
        var lock = new Document(Objects.requireNonNull(databases
                .own("migration_lock")
                .find(new Document("_id", "lock"))
                .first()));
        lease.close();
        databases.own("migration_lock").replaceOne(new Document("_id", "lock"), lock);
    }

    private MongoClient clientOfServerAhead(Duration offset) {
        server = new MongoServer(new MemoryBackend(Clock.offset(Clock.systemUTC(), offset)));
        var address = server.bind();
        return MongoClients.create("mongodb://127.0.0.1:" + address.getPort());
    }
}
