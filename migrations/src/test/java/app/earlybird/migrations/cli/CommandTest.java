package app.earlybird.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.local.test.SuiteInfrastructure;
import app.earlybird.migrations.legacy.LegacyData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

    private final String name = "command_" + UUID.randomUUID().toString().replace("-", "");
    private final MongoClient client = connected();
    private final MongoDatabase database = client.getDatabase(name);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static MongoClient connected() {
        SuiteInfrastructure.start();
        return MongoClients.create(SuiteInfrastructure.mongodbUri());
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    @Tag("M15")
    void the_way_of_a_database_from_pending_to_applied_and_back() throws Exception {
        LegacyData.write(database, 100, 1);
        assertThat(run("status", "--check")).isEqualTo(3);
        assertThat(run("plan", "--to", "003", "--json")).isZero();
        assertThat(json().at("/migrations/2/conflicts/no_match").asInt()).isEqualTo(10);
        assertThat(database.listCollectionNames()).doesNotContain("migrations");
        assertThat(run("up", "--strict", "--json")).isEqualTo(12);
        var up = json();
        assertThat(up.at("/tool").asText()).isEqualTo("earlybird-migrate");
        assertThat(up.at("/exit_code").asInt()).isEqualTo(12);
        assertThat(up.at("/lock/token").asInt()).isEqualTo(1);
        assertThat(up.at("/migrations/1/updated").asInt()).isEqualTo(56);
        assertThat(up.at("/migrations/1/checksum").asText()).startsWith("sha256:");
    }

    @Test
    @Tag("M15")
    void the_way_back_and_what_is_told_of_both() throws Exception {
        LegacyData.write(database, 100, 1);
        run("up");
        assertThat(run("status", "--check")).isZero();
        assertThat(run("up")).isZero();
        assertThat(out.toString()).contains("Nothing to do.");
        assertThat(run("validate")).isZero();
        assertThat(run("verify", "--json")).isZero();
        assertThat(run("report", "conflicts")).isZero();
        assertThat(out.toString().lines()).hasSize(1 + 35 + 28 + 7).doesNotHaveDuplicates();
        assertThat(run("report", "conflicts", "--format", "json", "--migration", "003"))
                .isZero();
        assertThat(json().get("conflicts")).hasSize(35);
        assertThat(run("down", "--to", "000", "--json")).isZero();
        assertThat(json().get("migrations")).hasSize(3);
        assertThat(run("history", "--json")).isZero();
        assertThat(json().get("events")).hasSize(9 + 3);
        assertThat(run("lock", "show")).isZero();
        assertThat(out.toString()).contains("Free.");
    }

    @Test
    @Tag("M09")
    void an_edited_migration_is_named_and_nothing_is_written() {
        run("up");
        database.getCollection("migrations")
                .updateOne(Filters.eq("_id", "002"), Updates.set("checksum", "sha256:of-another-version"));
        for (var command : List.of("validate", "up", "down", "plan")) {
            assertThat(run(command)).as(command).isEqualTo(4);
            assertThat(err.toString()).contains("002").contains("edited").hasLineCount(1);
        }
    }

    @Test
    void drift_is_found_and_told() {
        LegacyData.write(database, 100, 1);
        run("up");
        var linked = Objects.requireNonNull(database.getCollection("users")
                .find(Filters.exists("migrated_003.set.customer_v2_id"))
                .first());
        database.getCollection("users").deleteOne(Filters.eq("_id", linked.get("_id")));
        database.getCollection("delivery_statuses").dropIndex("customer_id_1_order_id_1_delivery_date_-1");

        assertThat(run("verify")).isEqualTo(4);
        assertThat(out.toString())
                .contains("delivery.delivery_statuses.customer_id_1_order_id_1_delivery_date_-1")
                .contains("customer_whose_user_does_not_name_it: 1", "customers_v2/");
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
        assertThat(err.toString())
                .contains("delivery_statuses.order_id")
                .contains("report conflicts")
                .hasLineCount(1);
        run("report", "conflicts");
        assertThat(out.toString()).contains("duplicate_delivery");
        assertThat(run("status")).isZero();
        assertThat(out.toString()).contains("002  failed");

        deliveries.deleteOne(Filters.eq("id", "again"));
        assertThat(run("up")).isZero();
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
        var planned = out.toString().replaceAll(".*\"conflicts\":", "");
        assertThat(run("up", "--to", "003")).isZero();
        run("report", "conflicts");
        assertThat(out.toString())
                .contains("customers_v2/blank", "customers_v2/number", "users/v", "orders/o", "delivery_statuses/d")
                .contains("odd_version", "odd_id", "odd_link")
                .doesNotContain("changed_meanwhile");
        assertThat(planned).contains("odd_version");
        assertThat(run("up", "--strict")).isEqualTo(12);
    }

    @Test
    void an_index_somebody_dropped_is_made_again() {
        run("up");
        database.getCollection("customers_v2").dropIndex("user_id_1_status_1");
        assertThat(run("verify")).isEqualTo(4);
        assertThat(run("up")).isZero();
        assertThat(out.toString()).contains("customer.customers_v2.user_id_1_status_1 was gone");
        assertThat(run("verify")).isZero();
    }

    @Test
    void values_that_cannot_be_are_refused_before_anything_is_locked() {
        for (var option : List.of("--batch-size=0", "--lease-seconds=0", "--max-rate=-1")) {
            assertThat(run("up", option)).as(option).isEqualTo(2);
        }
        assertThat(run("up", "--bogus", "--json")).isEqualTo(2);
        assertThat(out.toString()).contains("\"exit_code\":2");
        assertThat(run("report", "conflicts", "--migration", "077")).isEqualTo(2);
        assertThat(database.listCollectionNames()).isEmpty();
    }

    @Test
    void a_database_of_another_product_is_not_touched() {
        database.getCollection("blog_posts").insertOne(new Document("title", "Tea"));
        database.getCollection("users").insertOne(new Document("login", "somebody"));
        for (var command : List.of("plan", "up", "down")) {
            assertThat(run(command)).isEqualTo(6);
            assertThat(err.toString()).contains(name).contains("--database").hasLineCount(1);
        }
        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("blog_posts", "users");
    }

    @Test
    @Tag("I-01")
    void an_unknown_migration_a_wrong_uri_and_no_server_have_their_own_codes() {
        assertThat(run("up", "--to", "999")).isEqualTo(2);
        assertThat(err.toString()).contains("999");
        assertThat(run("sideways")).isEqualTo(2);
        assertThat(run("status", "--uri", "http://nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("--uri").hasLineCount(1);
        assertThat(run("status", "--uri", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300"))
                .isEqualTo(8);
        assertThat(err.toString()).contains("does not answer").hasLineCount(1);
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
        assertThat(out.toString()).contains("gone:1");
        assertThat(run("lock", "release")).isEqualTo(2);
        assertThat(run("lock", "release", "--force", "--reason", "its node is gone"))
                .isZero();
        run("history");
        assertThat(out.toString()).contains("lock_released").contains("its node is gone");
        assertThat(run("up", "--to", "001")).isZero();
    }

    static Stream<Arguments> failures() {
        var server = new ServerAddress("127.0.0.1", 1);
        var denied = new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(13));
        return Stream.of(
                Arguments.of(new MongoCommandException(denied, server), 6, "readWrite"),
                Arguments.of(new MongoSecurityException(credential(), "Exception authenticating"), 6, "readWrite"),
                Arguments.of(new MongoTimeoutException("no server"), 8, "does not answer"),
                Arguments.of(new IllegalStateException("No space left on device"), 1, "disk is full"),
                Arguments.of(new IllegalStateException("odd"), 1, "Unexpected"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Tag("M15")
    void a_failure_has_an_exit_code_and_a_sentence(Exception failure, int exit, String sentence) {
        assertThat(Failures.exit(failure).code()).isEqualTo(exit);
        assertThat(Failures.sentence(failure)).contains(sentence).hasLineCount(1);
    }

    @Test
    void help_names_every_command_and_exit_code_and_completion_is_generated() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("plan", "up", "down", "status", "validate", "verify", "report", "lock", "history")
                .contains("11 would lose data");
        for (var command : List.of("up", "down", "plan", "report", "lock")) {
            assertThat(runBare(command, "--help")).as(command).isZero();
            assertThat(out.toString()).contains("Usage: migrations " + command);
        }
        assertThat(runBare("report", "conflicts", "--help")).isZero();
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete -F");
    }

    private static MongoCredential credential() {
        return MongoCredential.createCredential("nobody", "admin", new char[] {'x'});
    }

    private int runBare(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Migrate.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        var needsDatabase =
                !List.of("--help", "sideways", "generate-completion").contains(arguments[0]);
        if (needsDatabase) {
            all.addAll(List.of("--database", name));
            if (!all.contains("--uri")) {
                all.addAll(List.of("--uri", SuiteInfrastructure.mongodbUri()));
            }
        }
        return runBare(all.toArray(String[]::new));
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString());
    }
}
