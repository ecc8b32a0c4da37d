package app.earlybird.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.local.test.SuiteInfrastructure;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is no longer as it was applied, and what was edited by hand. */
class DriftTest {

    private final Terminal terminal = new Terminal();
    private final MongoDatabase database = terminal.database;

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    @Tag("M09")
    void an_edited_migration_is_named_and_nothing_is_written() {
        run("up");
        database.getCollection("migrations")
                .updateOne(Filters.eq("_id", "002"), Updates.set("checksum", "sha256:of-another-version"));
        for (var command : List.of("validate", "up", "down", "plan")) {
            assertThat(run(command)).as(command).isEqualTo(4);
            assertThat(terminal.err()).contains("002").contains("edited").hasLineCount(1);
        }
        assertThat(run("status", "--check")).isEqualTo(4);
        assertThat(terminal.out()).contains("002  checksum_mismatch");
    }

    @Test
    void a_migration_of_another_version_is_named_by_a_check_although_nothing_is_pending() {
        run("up");
        database.getCollection("migrations")
                .insertOne(new Document("_id", "999").append("name", "of_later").append("state", "applied"));
        assertThat(run("status", "--check")).isEqualTo(4);
        assertThat(terminal.out()).contains("999  missing");
        assertThat(run("status")).isZero();
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
        assertThat(terminal.out())
                .contains("delivery.delivery_statuses.customer_id_1_order_id_1_delivery_date_-1")
                .contains("customer_whose_user_does_not_name_it: 1", "customers_v2/");
    }

    @Test
    void every_link_that_does_not_hold_is_drift() {
        LegacyData.write(database, 100, 1);
        run("up");
        assertThat(run("verify")).isZero();
        database.getCollection("subscriptions_v2").deleteMany(Filters.empty());
        database.getCollection("orders").deleteMany(Filters.in("id", named("delivery_status", "order_id")));
        database.getCollection("users")
                .updateOne(Filters.exists("migrated_003.set.email_normalised"), Updates.set("email_normalised", "x@y"));

        assertThat(run("verify")).isEqualTo(4);
        assertThat(terminal.out())
                .contains("order_without_its_subscription: ", "delivery_without_its_order: ", "delivery_status/")
                .contains("user_found_by_another_email: 1");
    }

    private List<String> named(String collection, String field) {
        var named =
                database.getCollection(collection).distinct(field, String.class).into(new ArrayList<>());
        assertThat(named).as(collection).isNotEmpty();
        return named;
    }

    /** A conflict about what a document does not say excuses nothing that it says since. */
    @Test
    void a_document_in_the_report_is_looked_at_all_the_same() {
        LegacyData.write(database, 100, 1);
        run("up");
        var customers = database.getCollection("customers_v2");
        customers.updateOne(Filters.eq("id", reported("no_match")), Updates.set("user_id", "gone-user"));
        database.getCollection("delivery_statuses")
                .updateOne(
                        Filters.eq("id", reported("assigned_to_other_delivery_boy")), Updates.set("order_id", "gone"));
        assertThat(run("verify")).isEqualTo(4);
        assertThat(terminal.out()).contains("customer_whose_user_does_not_name_it: 1", "delivery_without_its_order: 1");
        run("down");
        run("verify");
        assertThat(terminal.out()).contains("not verified, because not applied: 003");
    }

    @Test
    void a_migration_that_is_not_applied_is_named_by_verify() {
        LegacyData.write(database, 100, 1);
        run("up", "--to", "002");
        assertThat(run("verify")).isZero();
        assertThat(terminal.out()).contains("not verified, because not applied: 003");
    }

    @Test
    void a_line_of_the_report_that_others_wrote_is_shown_as_it_is() {
        run("up");
        database.getCollection("migration_conflicts")
                .insertOne(new Document("_id", 7).append("kind", 4).append("detail", "=cmd"));
        assertThat(run("report", "conflicts")).isZero();
        assertThat(terminal.out()).contains("\"\",\"4\",\"\",\"'=cmd\"");
    }

    private String reported(String kind) {
        var conflict = database.getCollection("migration_conflicts")
                .find(Filters.eq("kind", kind))
                .first();
        return Objects.requireNonNull(conflict).getString("subject").replaceFirst(".*/", "");
    }

    @Test
    void a_ledger_that_was_edited_by_hand_is_named_and_nothing_rests_on_it() {
        run("up", "--to", "001");
        var ledger = database.getCollection("migrations");
        for (var edit : List.of(
                Updates.set("state", "done"),
                Updates.set("state", 7),
                Updates.set("fence", "z"),
                Updates.set("progress", new Document("done", 1)))) {
            var before =
                    Objects.requireNonNull(ledger.findOneAndUpdate(Filters.eq("_id", "001"), Updates.combine(edit)));
            for (var command : List.of("status", "plan", "up", "down")) {
                assertThat(run(command)).as(command).isEqualTo(4);
                assertThat(terminal.err()).contains("ledger").hasLineCount(1);
            }
            ledger.replaceOne(Filters.eq("_id", "001"), before);
        }
    }

    @Test
    void a_lock_that_was_edited_by_hand_is_named_and_mended_by_a_release() throws Exception {
        run("up", "--to", "001");
        for (var edit : List.of(Updates.set("owner", "me"), Updates.set("owner", 5), Updates.set("token", "7"))) {
            database.getCollection("migration_lock").updateOne(Filters.eq("_id", "lock"), edit);
            for (var command : List.of("up", "status")) {
                assertThat(run(command)).as(command).isEqualTo(4);
                assertThat(terminal.err())
                        .contains("migration_lock", "lock release")
                        .hasLineCount(1);
            }
            assertThat(run("lock", "release", "--force", "--reason", "edited by hand"))
                    .isZero();
        }
        assertThat(run("up", "--json")).isZero();
        database.getCollection("migration_lock").deleteMany(Filters.empty());
        assertThat(run("up", "--rescan", "--json")).isZero();
        database.getCollection("migration_lock").updateOne(Filters.eq("_id", "lock"), Updates.set("token", 0L));
        assertThat(run("up")).isEqualTo(4);
        assertThat(run("lock", "release", "--force", "--reason", "put back by hand"))
                .isZero();
        assertThat(run("up", "--json")).isZero();
        assertThat(terminal.json().at("/lock/token").asLong()).isGreaterThan(1);
    }

    @Test
    void where_nothing_is_applied_nothing_was_looked_at_and_the_place_is_named() throws Exception {
        assertThat(run("verify")).isZero();
        assertThat(terminal.out())
                .contains("Nothing is applied here", terminal.name)
                .doesNotContain("No drift");
        assertThat(run("plan", "--to", "001")).isZero();
        assertThat(terminal.out()).contains("There is nothing in it yet");
        assertThat(run("up", "--to", "999")).isEqualTo(2);
        assertThat(run("down", "--to", "5")).isEqualTo(2);
        assertThat(database.listCollectionNames()).isEmpty();
        assertThat(terminal.runBare("plan", "--uri", SuiteInfrastructure.mongodbUri() + "/" + terminal.name, "--json"))
                .isZero();
        assertThat(terminal.json().get("databases")).hasSize(1);
        assertThat(terminal.json().at("/databases/0").asText()).isEqualTo(terminal.name);
        for (var name : List.of("admin", "local", "config")) {
            assertThat(terminal.runBare("up", "--database", name, "--uri", SuiteInfrastructure.mongodbUri()))
                    .isEqualTo(2);
            assertThat(terminal.err()).contains("belongs to the server");
        }
        database.getCollection("migrations")
                .insertOne(new Document("migration", "2014_create_users").append("batch", 1));
        assertThat(run("up")).isEqualTo(6);
        assertThat(terminal.err()).contains("another product's").hasLineCount(1);
    }

    /** A cluster is known by the name its members are found by. */
    @Test
    void where_it_is_is_told_without_asking_for_the_members_of_a_cluster() {
        var settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.srvHost("cluster.milk.invalid"))
                .build();
        try (var client = MongoClients.create(settings)) {
            assertThat(new Databases(client, Map.of(), "ledger").hosts()).containsExactly("cluster.milk.invalid");
        }
    }

    /** Earlier versions made the indexes of the services as migrations. */
    @Test
    void index_migrations_of_an_earlier_version_are_shown_as_retired_and_nothing_else() {
        run("up");
        var ledger = database.getCollection("migrations");
        for (var id : List.of("010", "011", "012", "013", "014", "015")) {
            ledger.insertOne(new Document("_id", id)
                    .append("name", "indexes_of_" + id)
                    .append("state", "applied")
                    .append("checksum", "sha256:of_then"));
        }
        assertThat(run("status", "--check")).isZero();
        assertThat(terminal.out()).contains("010  retired", "015  retired");
        assertThat(run("validate")).isZero();
        assertThat(run("up")).isZero();
        assertThat(terminal.out()).contains("Nothing to do.");
        assertThat(run("verify")).isZero();
        assertThat(run("down", "--to", "000")).isZero();
        assertThat(terminal.out()).doesNotContain("010");
    }

    @Test
    void an_index_somebody_dropped_is_made_again() {
        run("up");
        database.getCollection("customers_v2").dropIndex("user_id_1_status_1");
        assertThat(run("verify")).isEqualTo(4);
        assertThat(run("plan")).isZero();
        assertThat(terminal.out()).contains("customer.customers_v2.user_id_1_status_1 is missing");
        assertThat(run("up")).isZero();
        assertThat(terminal.out()).contains("customer.customers_v2.user_id_1_status_1 was missing");
        assertThat(run("verify")).isZero();
    }

    private int run(String... arguments) {
        return terminal.run(arguments);
    }
}
