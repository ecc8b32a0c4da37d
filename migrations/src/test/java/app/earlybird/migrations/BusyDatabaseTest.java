package app.earlybird.migrations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import app.earlybird.migrations.engine.Refusal;
import app.earlybird.migrations.engine.Settings;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Others write to a document just before the migrator does, each time. */
@Tag("M08")
class BusyDatabaseTest {

    private static final Settings SETTINGS = Settings.of("busy:1");

    private final Scene scene = new Scene();

    BusyDatabaseTest() {
        LegacyData.write(scene.database(), 100, 2);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_way_back_is_not_done_while_there_is_a_document_it_could_not_write_to() {
        scene.up("003");
        var linked = documentWith("migrated_003.set.user_id");
        assertThatThrownBy(() -> beside(linked, (engine, lease) -> engine.down("002", true, lease)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.INTERRUPTED))
                .hasMessageContaining("1 documents");
        assertThat(scene.engine().status().get(2).command()).isEqualTo("down");

        scene.down("002", true);

        assertThat(scene.collection("customers_v2").countDocuments(exists("migrated_003")))
                .isZero();
        assertThat(scene.collection("users").countDocuments(exists("migrated_003")))
                .isZero();
        scene.up("003");
        assertThat(scene.collection("customers_v2").find(eq("_id", linked)).first())
                .containsKey("user_id");
    }

    @Test
    void what_it_could_not_fill_in_is_told() {
        var customer = new Document("id", "c1").append("phone", "9876501234").append("version", 1L);
        scene.collection("customers_v2").insertOne(customer);
        scene.collection("users")
                .insertOne(new Document("id", "u1").append("role", "customer").append("phone", "9876501234"));

        beside(Objects.requireNonNull(customer.get("_id")), (engine, lease) -> engine.up("003", false, lease));

        assertThat(scene.collection("customers_v2").find(eq("id", "c1")).first())
                .doesNotContainKey("user_id");
        assertThat(scene.collection("users").find(eq("id", "u1")).first()).doesNotContainKey("customer_v2_id");
        assertThat(Conflicts.of(scene.databases, "003"))
                .anySatisfy(conflict -> assertThat(conflict)
                        .containsEntry("kind", "concurrently_changed")
                        .containsEntry("subject", "customers_v2/c1"));
    }

    private Object documentWith(String mark) {
        return Objects.requireNonNull(Objects.requireNonNull(
                        scene.collection("customers_v2").find(exists(mark)).first())
                .get("_id"));
    }

    /** The version of this customer goes up before each write to its collection. */
    private void beside(Object customer, BiConsumer<Engine, Lease> context) {
        var listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommandName().equals("update")
                        && event.getCommand().getString("update").getValue().equals("customers_v2")) {
                    scene.collection("customers_v2").updateOne(eq("_id", customer), inc("version", 1L));
                }
            }
        };
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(Scene.uri()))
                .addCommandListener(listener)
                .build();
        try (var client = MongoClients.create(settings)) {
            var databases = new Databases(client, scene.databases.names(), scene.databases.ledgerName());
            try (var lease = Lease.acquire(databases, SETTINGS)) {
                context.accept(new Engine(Changes.all(), databases, SETTINGS), lease);
            }
        }
    }
}
