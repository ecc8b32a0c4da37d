package app.earlybird.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.local.test.SuiteInfrastructure;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exit code, and what the operator reads with it. */
class CommandTest {

    private final Terminal terminal = new Terminal();
    private final String name = terminal.name;
    private final MongoDatabase database = terminal.database;

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    @Tag("M15")
    void the_way_of_a_database_from_pending_to_applied_and_back() throws Exception {
        LegacyData.write(database, 100, 1);
        assertThat(run("status", "--check")).isEqualTo(3);
        assertThat(run("plan", "--to", "003", "--json", "--digest")).isZero();
        var digest = terminal.json().at("/digest/before").asText();
        assertThat(digest).isEqualTo(terminal.json().at("/digest/after").asText());
        assertThat(terminal.json().at("/migrations/1/indexes_to_create")).hasSize(2);
        assertThat(terminal.json().at("/migrations/2/conflicts/no_match").asInt())
                .isEqualTo(10);
        assertThat(database.listCollectionNames()).doesNotContain("migrations");
        assertThat(run("up", "--strict", "--json", "--digest")).isEqualTo(12);
        var up = terminal.json();
        assertThat(up.at("/tool").asText()).isEqualTo("earlybird-migrate");
        assertThat(up.at("/exit_code").asInt()).isEqualTo(12);
        assertThat(up.at("/lock/token").asInt()).isEqualTo(1);
        assertThat(up.at("/migrations/1/updated").asInt()).isEqualTo(56);
        assertThat(up.at("/migrations/1/matched").asInt()).isEqualTo(56);
        assertThat(up.at("/migrations/1/indexes_created")).hasSize(2);
        assertThat(up.at("/migrations/1/checkpoint").asText()).isNotEmpty();
        assertThat(up.at("/migrations/1/checksum").asText()).startsWith("sha256:");
        assertThat(up.at("/digest/before").asText()).isEqualTo(digest);
        assertThat(up.at("/digest/after").asText()).startsWith("sha256-sum:").isNotEqualTo(digest);
    }

    @Test
    @Tag("M15")
    void the_way_back_and_what_is_told_of_both() throws Exception {
        LegacyData.write(database, 100, 1);
        run("up");
        assertThat(run("status", "--check")).isZero();
        assertThat(run("up")).isZero();
        assertThat(terminal.out()).contains("Nothing to do.");
        assertThat(run("validate")).isZero();
        assertThat(run("verify", "--json")).isZero();
        assertThat(run("report", "conflicts")).isZero();
        assertThat(terminal.out().lines()).hasSize(1 + 35 + 28 + 7).doesNotHaveDuplicates();
        assertThat(run("report", "conflicts", "--format", "json", "--migration", "003"))
                .isZero();
        assertThat(terminal.json().get("conflicts")).hasSize(35);
        assertThat(run("down", "--to", "000", "--json")).isZero();
        assertThat(terminal.json().get("migrations")).hasSize(3);
        assertThat(run("history", "--json")).isZero();
        assertThat(terminal.json().get("events")).hasSize(3 + 3).allSatisfy(event -> {
            assertThat(event.get("version").asText()).isEqualTo("1.0.0");
            assertThat(event.get("checksum").asText()).startsWith("sha256:");
            assertThat(event.get("started_at").asText())
                    .isLessThanOrEqualTo(event.get("at").asText());
        });
        assertThat(run("lock", "show")).isZero();
        assertThat(terminal.out()).contains("Free.");
    }

    @Test
    @Tag("I-11")
    @Tag("I-13")
    void duplicates_in_the_way_of_a_unique_index_are_listed_and_mended_by_people() {
        LegacyData.write(database, 100, 1);
        var deliveries = database.getCollection("delivery_statuses");
        deliveries.insertOne(
                new Document("id", "again").append("order_id", "ord_00000000-0000-4000-8000-000000000070"));

        assertThat(run("up")).isEqualTo(6);
        assertThat(terminal.err())
                .contains("delivery_statuses.order_id")
                .contains("report conflicts")
                .hasLineCount(1);
        run("report", "conflicts");
        assertThat(terminal.out()).contains("duplicate_delivery");
        assertThat(run("status")).isZero();
        assertThat(terminal.out()).contains("002  failed");

        deliveries.deleteOne(Filters.eq("id", "again"));
        assertThat(run("up")).isZero();
        run("report", "conflicts");
        assertThat(terminal.out()).doesNotContain("duplicate_delivery");
    }

    @Test
    void what_stands_where_a_link_belongs_and_is_none_is_told_and_left() {
        var customers = database.getCollection("customers_v2");
        customers.insertOne(new Document("id", "blank").append("user_id", ""));
        customers.insertOne(new Document("id", "number").append("user_id", 5));
        customers.insertOne(new Document("id", 17));
        var users = database.getCollection("users");
        users.insertOne(new Document("id", "u").append("email", "u@example.com").append("version", "3"));
        users.insertOne(new Document("id", "v").append("role", "customer").append("customer_v2_id", 77));
        database.getCollection("orders").insertOne(new Document("id", "o").append("subscription_id", 12));
        database.getCollection("delivery_statuses").insertOne(new Document("id", "d").append("order_id", 9));

        run("plan", "--to", "003", "--json");
        var planned = terminal.out().replaceAll(".*\"conflicts\":", "");
        assertThat(run("up", "--to", "003")).isZero();
        run("report", "conflicts");
        assertThat(terminal.out())
                .contains("customers_v2/blank", "customers_v2/number", "users/v", "orders/o", "delivery_statuses/d")
                .contains("malformed_version", "malformed_id", "malformed_link")
                .doesNotContain("concurrently_changed");
        assertThat(planned).contains("malformed_version");
        assertThat(run("up", "--strict")).isEqualTo(12);
    }

    @Test
    void values_that_cannot_be_are_refused_before_anything_is_locked() {
        for (var option : List.of("--batch-size=0", "--lease-seconds=0", "--max-rate=-1")) {
            assertThat(run("up", option)).as(option).isEqualTo(2);
        }
        assertThat(run("up", "--bogus", "--json")).isEqualTo(2);
        assertThat(terminal.out()).contains("\"exit_code\":2");
        assertThat(run("report", "conflicts", "--migration", "077")).isEqualTo(2);
        assertThat(run("lock", "release", "--force", "--reason", " ")).isEqualTo(2);
        assertThat(terminal.runBare("up", "--database", "", "--uri", SuiteInfrastructure.mongodbUri()))
                .isEqualTo(2);
        assertThat(database.listCollectionNames()).isEmpty();
    }

    @Test
    void a_database_of_another_product_is_not_touched() {
        database.getCollection("blog_posts").insertOne(new Document("title", "Tea"));
        database.getCollection("users").insertOne(new Document("login", "somebody"));
        for (var command : List.of("plan", "up", "down")) {
            assertThat(run(command)).isEqualTo(6);
            assertThat(terminal.err()).contains(name).contains("--database").hasLineCount(1);
        }
        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("blog_posts", "users");
    }

    @Test
    @Tag("I-01")
    void an_unknown_migration_a_wrong_uri_and_no_server_have_their_own_codes() {
        assertThat(run("up", "--to", "999")).isEqualTo(2);
        assertThat(terminal.err()).contains("999");
        assertThat(run("sideways")).isEqualTo(2);
        assertThat(run("status", "--uri", "http://nowhere")).isEqualTo(2);
        assertThat(terminal.err()).contains("--uri").hasLineCount(1);
        assertThat(run("status", "--uri", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300"))
                .isEqualTo(8);
        assertThat(terminal.err()).contains("does not answer").hasLineCount(1);
    }

    @Test
    void a_lock_is_released_by_force_with_a_reason_that_is_kept() {
        run("up", "--to", "001");
        database.getCollection("migration_lock")
                .updateOne(
                        Filters.eq("_id", "lock"),
                        Updates.combine(
                                Updates.set("owner", "gone:1"),
                                Updates.set("lease_millis", 60_000L),
                                Updates.currentDate("renewed_at")));
        assertThat(run("lock", "show")).isZero();
        assertThat(terminal.out()).contains("gone:1");
        assertThat(run("lock", "release")).isEqualTo(2);
        assertThat(run("lock", "release", "--force", "--reason", "its node is gone"))
                .isZero();
        run("history");
        assertThat(terminal.out()).contains("lock_released").contains("its node is gone");
        assertThat(run("up", "--to", "001")).isZero();
    }

    static Stream<Arguments> failures() {
        var server = new ServerAddress("127.0.0.1", 1);
        var denied = new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(13));
        return Stream.of(
                Arguments.of(new MongoCommandException(denied, server), 6, "readWrite"),
                Arguments.of(new MongoSecurityException(credential(), "Exception authenticating"), 6, "readWrite"),
                Arguments.of(new MongoTimeoutException("no server"), 8, "does not answer"),
                Arguments.of(new MongoServerUnavailableException("gone"), 8, "does not answer"),
                Arguments.of(
                        new MongoNotPrimaryException(new BsonDocument("code", new BsonInt32(10107)), server),
                        8,
                        "does not answer"),
                Arguments.of(new IllegalStateException("No space left on device"), 1, "disk of the database is full"),
                Arguments.of(new IllegalStateException("malformed"), 1, "Unexpected"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Tag("M15")
    void a_failure_has_an_exit_code_and_a_sentence(Exception failure, int exit, String sentence) {
        assertThat(MigrationFailures.exit(failure).code()).isEqualTo(exit);
        assertThat(MigrationFailures.sentence(failure)).contains(sentence).hasLineCount(1);
    }

    @Test
    void help_names_every_command_and_exit_code_and_completion_is_generated() {
        assertThat(run("--help")).isZero();
        assertThat(terminal.out())
                .contains("plan", "up", "down", "status", "validate", "verify", "report", "lock", "history")
                .contains("11 would lose data");
        for (var command : List.of("up", "down", "plan", "report", "lock")) {
            assertThat(terminal.runBare(command, "--help")).as(command).isZero();
            assertThat(terminal.out()).contains("Usage: migrations " + command);
        }
        assertThat(terminal.runBare("report", "conflicts", "--help")).isZero();
        assertThat(run("generate-completion")).isZero();
        assertThat(terminal.out()).contains("complete -F");
    }

    private static MongoCredential credential() {
        return MongoCredential.createCredential("nobody", "admin", new char[] {'x'});
    }

    private int run(String... arguments) {
        return terminal.run(arguments);
    }
}
