package app.earlybird.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.local.test.SuiteInfrastructure;
import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Databases.Owner;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Engine.Status;
import app.earlybird.migrations.topics.Topics;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private final MongoClient client = connected();
    private final String name = "migrations_" + UUID.randomUUID();
    private final Databases databases = new Databases(
            client,
            Arrays.stream(Owner.values()).collect(Collectors.toMap(Function.identity(), owner -> name + owner)),
            name);
    private final Engine engine = new Engine(Changes.all(), databases);

    @AfterEach
    void close() {
        client.close();
    }

    private static MongoClient connected() {
        SuiteInfrastructure.start();
        return MongoClients.create(SuiteInfrastructure.mongodbUri());
    }

    @Test
    @Tag("M02")
    void a_second_run_changes_nothing() {
        assertThat(engine.status()).allMatch(Status::isPending);

        assertThat(engine.up(status -> {})).hasSameSizeAs(Changes.all());
        assertThat(engine.status()).noneMatch(Status::isPending);
        assertThat(engine.up(status -> {})).isEmpty();
    }

    @Test
    void a_plan_writes_nothing_and_equals_what_is_done() {
        var planned = Changes.all().stream()
                .flatMap(change -> change.plan(databases).indexes().stream())
                .toList();
        assertThat(Owner.values())
                .allSatisfy(owner ->
                        assertThat(databases.of(owner).listCollectionNames()).isEmpty());

        var done = engine.up(status -> {}).stream()
                .flatMap(applied -> applied.result().indexes().stream())
                .toList();
        assertThat(done).isEqualTo(planned);
    }

    @Test
    void down_drops_what_up_made_and_up_makes_it_again() {
        engine.up(status -> {});
        for (var change : Changes.all()) {
            var dropped = change.down(databases);
            assertThat(dropped.indexes())
                    .isEqualTo(change.up(databases).indexes())
                    .isNotEmpty();
        }
    }

    @Test
    void unique_indexes_refuse_a_second_and_let_the_unlinked_be() {
        engine.up(status -> {});
        var customers = databases.of(Owner.CUSTOMER).getCollection("customers_v2");
        customers.insertOne(new Document("id", "a"));
        customers.insertOne(new Document("id", "b"));

        var indexes = customers.listIndexes().into(new ArrayList<>());
        assertThat(indexes)
                .filteredOn(index -> "user_id_1".equals(index.getString("name")))
                .singleElement()
                .satisfies(index -> assertThat(index.get("unique")).isEqualTo(true));
    }

    @Test
    void topics_are_made_once_with_their_dead_letters_and_settings() throws Exception {
        var topics = new Topics(SuiteInfrastructure.kafka(), (short) 1);
        var first = topics.apply();
        var second = topics.apply();

        assertThat(first.created())
                .contains(Topic.Name.CUSTOMER, Topic.Name.BILLING, Topic.Name.CUSTOMER + ".auth-service.dlt");
        assertThat(second.created()).isEmpty();
        assertThat(second.changed()).isEmpty();
    }
}
