package app.earlybird.migrations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people and the application did after a run: the next one reports it, and undoes none of it. */
class DecidedSinceTest {

    private final Scene scene = new Scene();

    DecidedSinceTest() {
        LegacyData.write(scene.database(), 100, 5);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** What was done by hand since is reported, and not taken for a race that was lost. */
    @Test
    void links_of_the_first_run_stay_whatever_became_of_the_customer() {
        scene.up("003");
        var users = scene.collection("users");
        var linked =
                users.find(exists("migrated_003.set.customer_v2_id")).limit(2).into(new ArrayList<>());
        var customers = scene.collection("customers_v2");
        customers.updateOne(eq("id", linked.get(0).getString("customer_v2_id")), Updates.unset("user_id"));
        customers.deleteOne(eq("id", linked.get(1).getString("customer_v2_id")));

        var planned = scene.engine().plan("003", true).get(2).conflicts();
        var found = scene.rescan("003").get(2).conflicts();

        assertThat(found)
                .isEqualTo(planned)
                .containsEntry("removed_by_user", 1L)
                .doesNotContainKey("concurrent_link");
        linked.forEach(user -> assertThat(users.find(eq("_id", user.get("_id"))).first())
                .containsEntry("customer_v2_id", user.getString("customer_v2_id")));
    }

    /** Another field of the same user is filled in by the second run. */
    @Test
    void what_the_application_has_built_on_stays_known_after_it() {
        var users = scene.collection("users");
        twoOfOneEmail();
        scene.up("003");
        users.updateOne(eq("id", "u1"), Updates.combine(Updates.set("name", "New"), Updates.inc("version", 5L)));
        users.updateOne(eq("id", "u2"), Updates.set("email", "other@x.in"));

        scene.rescan("003");

        assertThat(users.find(eq("id", "u1")).first())
                .containsEntry("email_normalised", "same@x.in")
                .containsEntry("customer_v2_id", "c1");
        assertThatThrownBy(() -> scene.down("002", false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.WOULD_LOSE_DATA));
        scene.down("002", true);
        assertThat(Objects.requireNonNull(users.find(eq("id", "u1")).first())
                        .get("version", Number.class)
                        .longValue())
                .isGreaterThan(6);
    }

    private void twoOfOneEmail() {
        var users = scene.collection("users");
        users.insertOne(new Document("id", "u1")
                .append("role", "customer")
                .append("phone", "9876501234")
                .append("email", "Same@x.in"));
        users.insertOne(new Document("id", "u2").append("role", "admin").append("email", "same@x.in"));
        scene.collection("customers_v2").insertOne(new Document("id", "c1").append("phone", "9876501234"));
    }

    @Test
    void an_order_that_has_its_delivery_is_given_no_second_one() {
        for (var collection : List.of("delivery_statuses", "delivery_status")) {
            scene.collection(collection).insertOne(stop("d1", "2026-03-01"));
        }
        scene.collection("orders").insertOne(stop("o1", "2026-03-01"));
        scene.up("002");
        scene.collection("orders").updateOne(eq("id", "o1"), Updates.set("delivery_date", "2026-03-02"));
        for (var collection : List.of("delivery_statuses", "delivery_status")) {
            scene.collection(collection).insertOne(stop("d2", "2026-03-02"));
        }

        scene.rescan("002");

        for (var collection : List.of("delivery_statuses", "delivery_status")) {
            assertThat(scene.collection(collection).find(eq("id", "d1")).first())
                    .containsEntry("order_id", "o1");
            assertThat(scene.collection(collection).find(eq("id", "d2")).first())
                    .doesNotContainKey("order_id");
            assertThat(Conflicts.of(scene.databases, "002"))
                    .filteredOn(conflict -> (collection + "/d2").equals(conflict.getString("subject")))
                    .extracting(conflict -> conflict.getString("kind"))
                    .containsExactly("order_has_a_delivery");
        }
    }

    private static Document stop(String id, String day) {
        return new Document("id", id).append("customer_id", "cc").append("delivery_date", day);
    }

    /** Nor does what they took away speak for anything else. */
    @Test
    void a_link_that_was_removed_is_no_evidence_and_down_does_not_forget_it_unasked() {
        var users = scene.collection("users");
        var customers = scene.collection("customers_v2");
        users.insertOne(new Document("id", "u1").append("role", "customer").append("phone", "9876501234"));
        customers.insertOne(new Document("id", "c1").append("phone", "9876501234"));
        scene.up("003");
        users.updateOne(eq("id", "u1"), Updates.combine(Updates.unset("customer_v2_id"), Updates.inc("version", 1L)));
        customers.updateOne(eq("id", "c1"), Updates.combine(Updates.unset("user_id"), Updates.inc("version", 1L)));
        scene.collection("orders")
                .insertOne(stop("o1", "2026-03-01").append("customer_id", null).append("user_id", "u1"));
        scene.collection("delivery_statuses").insertOne(stop("d1", "2026-03-01").append("customer_id", "c1"));

        scene.rescan("003");

        assertThat(scene.collection("delivery_statuses").find(eq("id", "d1")).first())
                .doesNotContainKey("order_id");
        assertThat(customers.find(eq("id", "c1")).first()).doesNotContainKey("user_id");
        assertThatThrownBy(() -> scene.down("002", false)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_was_linked_otherwise_between_down_and_up_stays_alone() {
        scene.up("003");
        var user = Objects.requireNonNull(scene.collection("users")
                .find(exists("migrated_003.set.customer_v2_id"))
                .first());
        scene.down("002", false);
        scene.collection("customers_v2").insertOne(new Document("id", "c-new"));
        scene.collection("users").updateOne(eq("_id", user.get("_id")), Updates.set("customer_v2_id", "c-new"));
        scene.collection("customers_v2").updateOne(eq("id", "c-new"), Updates.set("user_id", user.getString("id")));

        scene.up("003");

        assertThat(scene.collection("customers_v2")
                        .find(eq("id", user.getString("customer_v2_id")))
                        .first())
                .doesNotContainKey("user_id");
    }

    /** There is no unique index on the singular collection. */
    @Test
    void an_order_that_found_another_delivery_between_down_and_up_keeps_it() {
        var deliveries = scene.collection("delivery_status");
        scene.collection("orders").insertOne(stop("o1", "2026-03-01"));
        deliveries.insertOne(stop("d1", "2026-03-01"));
        scene.up("002");
        assertThat(deliveries.find(eq("id", "d1")).first()).containsEntry("order_id", "o1");
        scene.down("001", false);
        deliveries.insertOne(stop("d2", "2026-03-01").append("order_id", "o1"));

        scene.up("002");

        assertThat(deliveries.find(eq("id", "d1")).first()).doesNotContainKey("order_id");
        assertThat(deliveries.find(eq("id", "d2")).first()).containsEntry("order_id", "o1");
        assertThat(scene.databases.own("migration_restore").countDocuments()).isZero();
    }

    @Test
    void what_people_have_taken_away_is_not_written_again() {
        scene.up("003");
        var deliveries = scene.collection("delivery_statuses");
        var linked = Objects.requireNonNull(
                deliveries.find(exists("migrated_002.set.order_id")).first());
        deliveries.updateOne(eq("_id", linked.get("_id")), Updates.unset("order_id"));

        var again = scene.rescan("003").get(1);

        assertThat(deliveries.find(eq("_id", linked.get("_id"))).first()).doesNotContainKey("order_id");
        assertThat(again.conflicts()).containsEntry("removed_by_user", 1L);
        assertThat(again.counters()).doesNotContainKey("updated");
    }
}
