package app.earlybird.migrations;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Done;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;
import app.earlybird.migrations.engine.Settings;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looking once more at what is applied, after people have settled conflicts. */
class RescanTest {

    private final Scene scene = new Scene();

    RescanTest() {
        LegacyData.write(scene.database(), 200, 5);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void where_nothing_was_settled_it_changes_nothing_and_tells_the_same() {
        var before = conflictsOf(scene.up("003"));
        var applied = scene.digest();

        assertThat(scene.engine().plan("003", false)).isEmpty();
        assertThat(scene.engine().plan("003", true))
                .hasSize(3)
                .allSatisfy(done -> assertThat(done.counters()).doesNotContainKey("updated"));
        var again = scene.rescan("003");

        assertThat(conflictsOf(again)).isEqualTo(before);
        assertThat(again).allSatisfy(done -> assertThat(done.indexes()).isEmpty());
        assertThat(scene.engine().history())
                .extracting(event -> event.getString("event"))
                .containsExactly("applied", "applied", "applied", "rescanned", "rescanned", "rescanned");
        assertThat(scene.digest()).isEqualTo(applied);
        assertThat(scene.engine().status())
                .filteredOn(status -> status.id().compareTo("003") <= 0)
                .allMatch(status -> status.state().code().equals("applied"));
    }

    @Test
    void what_people_have_settled_leaves_the_report_and_what_can_be_told_by_now_is_filled_in() {
        var before = conflictsOf(scene.up("003"));
        var delivery = settledDelivery();
        var customer = customerWithANewLogin();

        var after = conflictsOf(scene.rescan("003"));

        assertThat(after.get(1))
                .containsEntry(
                        "several_orders_that_day", before.get(1).getOrDefault("several_orders_that_day", 0L) - 1);
        assertThat(after.get(2)).containsEntry("no_match", before.get(2).getOrDefault("no_match", 0L) - 1);
        assertThat(Conflicts.of(scene.databases, null))
                .extracting(conflict -> conflict.getString("subject"))
                .doesNotContain("delivery_statuses/" + delivery, "customers_v2/" + customer);
        assertThat(scene.collection("customers_v2").find(eq("id", customer)).first())
                .containsEntry("user_id", "u-new");
        assertThat(scene.collection("users").find(eq("id", "u-new")).first()).containsEntry("customer_v2_id", customer);
    }

    /** As the monolith writes customers, once: the index refuses it a second null. */
    @Test
    void a_customer_written_since_with_an_explicit_null_is_linked() {
        scene.up(null);
        scene.collection("users")
                .insertOne(
                        new Document("id", "u-new").append("role", "customer").append("phone", "9876501234"));
        scene.collection("customers_v2")
                .insertOne(new Document("id", "c-new")
                        .append("phone", "9876501234")
                        .append("user_id", null));

        scene.rescan("003");

        assertThat(scene.collection("customers_v2").find(eq("id", "c-new")).first())
                .containsEntry("user_id", "u-new");
    }

    @Test
    void one_that_is_refused_leaves_the_report_as_it_was() {
        scene.up("003");
        var reported = Conflicts.of(scene.databases, null);
        scene.collection("delivery_statuses").dropIndex("order_id_1");
        var linked = Objects.requireNonNull(
                scene.collection("delivery_statuses").find(exists("order_id")).first());
        scene.collection("delivery_statuses")
                .insertOne(new Document("id", "again").append("order_id", linked.getString("order_id")));

        assertThatThrownBy(() -> scene.rescan("002")).isInstanceOf(Refusal.class);

        assertThat(Conflicts.of(scene.databases, null))
                .containsAll(reported.stream()
                        .filter(conflict -> !"001".equals(conflict.getString("migration")))
                        .toList());
    }

    @Test
    void one_that_was_stopped_is_finished_by_a_plain_up_and_all_of_it_is_taken_back() {
        var indexes = indexes();
        scene.up("003");
        var applied = scene.digest();
        assertThatThrownBy(() -> stoppedAtOnce(true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.INTERRUPTED));
        assertThat(scene.up("003")).extracting(done -> done.status().id()).containsExactly("001");
        assertThat(scene.digest()).isEqualTo(applied);

        scene.down("000", false);
        assertThat(indexes()).isEqualTo(indexes);
    }

    /** It had made its indexes, and no document was settled. */
    @Test
    void indexes_of_a_run_that_was_stopped_before_its_first_batch_are_known_as_its_own() {
        var before = indexes();
        assertThatThrownBy(() -> stoppedAtOnce(false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.INTERRUPTED));
        assertThat(indexes()).isNotEqualTo(before);
        scene.up("001");
        scene.down("000", false);
        assertThat(indexes()).isEqualTo(before);
    }

    private void stoppedAtOnce(boolean rescan) {
        var settings = Settings.of("test:2");
        settings.stop().set(true);
        try (var lease = scene.lease()) {
            new Engine(Changes.all(), scene.databases, settings).up("001", rescan, lease);
        }
    }

    private List<String> indexes() {
        return scene.collection("orders")
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }

    /** Somebody knows which of the two orders of that day it was: the one the generator wrote second. */
    private String settledDelivery() {
        var delivery = aConflict("several_orders_that_day");
        var second = Objects.requireNonNull(scene.collection("orders")
                .find(and(regex("id", "-second$"), in("customer_id", ofCustomer(delivery))))
                .first());
        scene.collection("delivery_statuses")
                .updateOne(eq("id", delivery), Updates.set("order_id", second.getString("id")));
        return delivery;
    }

    /** The monolith wrote either id. */
    private List<String> ofCustomer(String delivery) {
        var customer = Objects.requireNonNull(scene.collection("delivery_statuses")
                        .find(eq("id", delivery))
                        .first())
                .getString("customer_id");
        var user = Objects.requireNonNull(scene.collection("customers_v2")
                        .find(eq("id", customer))
                        .first())
                .getString("user_id");
        return user == null ? List.of(customer) : List.of(customer, user);
    }

    private String customerWithANewLogin() {
        var customer = aConflict("no_match");
        var phone = Objects.requireNonNull(scene.collection("customers_v2")
                        .find(eq("id", customer))
                        .first())
                .getString("phone");
        scene.collection("users")
                .insertOne(new Document("id", "u-new")
                        .append("role", "customer")
                        .append("email", "new@example.com")
                        .append("phone", phone));
        return customer;
    }

    private String aConflict(String kind) {
        return Conflicts.of(scene.databases, null).stream()
                .filter(conflict -> conflict.getString("kind").equals(kind))
                .map(conflict -> conflict.getString("subject").replaceFirst(".*/", ""))
                .findFirst()
                .orElseThrow();
    }

    private static List<SortedMap<String, Long>> conflictsOf(List<Done> done) {
        return done.stream().map(Done::conflicts).toList();
    }
}
