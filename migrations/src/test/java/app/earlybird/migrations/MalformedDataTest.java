package app.earlybird.migrations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earlybird.migrations.change.Verification;
import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ids, versions and links that are not as they should be: they link no one, and people are told. */
class MalformedDataTest {

    private static final String PHONE = "9876501234";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void an_id_that_would_be_given_twice_stops_it_before_anything_is_linked() {
        var shared = new ObjectId();
        insert("users", user(null).append("_id", shared));
        insert("users", user(shared.toHexString()).append("role", "admin").append("phone", "9876509999"));
        insert("customers_v2", customer("c"));
        var voice = new Document("_id", "voice-1").append("customer_id", "c");
        insert("orders", voice);
        var before = scene.digest();

        assertThat(scene.engine().plan("003", false).get(2).isBlocked()).isTrue();
        scene.up("002");
        assertThatThrownBy(() -> scene.up("003"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.PRECONDITION));

        assertThat(kinds("users/id/" + shared.toHexString())).containsExactly("duplicate_id");
        scene.collection("orders").updateOne(eq("_id", "voice-1"), Updates.unset("id"));
        assertThat(scene.digest()).isEqualTo(before);

        scene.collection("users").deleteOne(eq("role", "admin"));
        scene.up("003");
        assertThat(kinds("users/id/" + shared.toHexString())).isEmpty();
        assertThat(one("customers_v2", "c")).containsEntry("user_id", shared.toHexString());
    }

    @Test
    void an_order_that_would_be_given_the_id_of_another_stops_001() {
        insert("orders", new Document("_id", "voice-1"));
        insert("orders", new Document("id", "voice-1"));
        assertThatThrownBy(() -> scene.up("001")).isInstanceOf(Refusal.class).hasMessageContaining("orders.id");
        assertThat(kinds("orders/id/voice-1")).containsExactly("duplicate_id");
    }

    @Test
    void nobody_is_linked_by_an_id_that_cannot_be_one() {
        for (var malformed : List.of(5, true, new Document("a", 1), Instant.EPOCH)) {
            insert("users", user(null).append("_id", malformed).append("phone", PHONE + malformed.hashCode() % 10));
            insert("customers_v2", customer(null).append("_id", malformed));
        }
        assertThatThrownBy(() -> scene.up("003")).isInstanceOf(Refusal.class).hasMessageContaining("users.id");
        assertThat(Conflicts.of(scene.databases, "003")).hasSize(2).allSatisfy(conflict -> {
            assertThat(conflict.getString("subject")).endsWith("/id/null");
            assertThat(conflict.get("detail", Document.class).getList("without_any_id", String.class))
                    .hasSize(4)
                    .contains("5", "true");
        });
        scene.collection("users").deleteMany(ne("_id", 5));
        scene.collection("customers_v2").deleteMany(ne("_id", 5));

        scene.up(null);
        assertThat(scene.collection("users").countDocuments(new Document("customer_v2_id", new Document("$ne", null))))
                .isZero();
        assertThat(Conflicts.of(scene.databases, "003"))
                .filteredOn(conflict -> conflict.getString("kind").equals("malformed_id"))
                .extracting(conflict -> conflict.getString("subject").replaceFirst("/.*", ""))
                .contains("users", "customers_v2");
    }

    @Test
    void a_malformed_version_on_either_side_leaves_both_sides_alone() {
        insert("users", user("u").append("version", "1"));
        insert("customers_v2", customer("c"));
        insert("users", user("v").append("phone", "9876505555"));
        insert("customers_v2", customer("d").append("phone", "9876505555").append("version", 5.5));
        insert("users", user("w").append("phone", "9876506666").append("version", Long.MAX_VALUE));

        var planned = scene.engine().plan("003", false).get(2).conflicts();
        var applied = scene.up("003").get(2).conflicts();

        assertThat(applied).isEqualTo(planned).containsEntry("malformed_version", 4L);
        assertThat(one("customers_v2", "c")).doesNotContainKey("user_id");
        assertThat(one("users", "v")).doesNotContainKey("customer_v2_id");
        assertThat(kinds("users/u")).containsExactly("malformed_version");
        assertThat(breaches()).isEmpty();
    }

    /** A field of that name is no mark of ours: it is neither written over nor taken away. */
    @Test
    void what_others_keep_where_a_mark_belongs_is_left_and_told() {
        insert("users", user("u").append("migrated_003", "2025-11-01"));
        insert("customers_v2", customer("c"));
        insert("orders", delivery("o").append("customer_id", "c"));
        var other = new Document("set", new Document("note", "by hand"));
        insert("delivery_statuses", delivery("s").append("customer_id", "c").append("migrated_002", other));

        var planned = scene.engine().plan("003", false).get(2).conflicts();
        assertThat(scene.up("003").get(2).conflicts()).isEqualTo(planned).containsEntry("malformed_mark", 2L);
        assertThat(kinds("customers_v2/c")).containsExactly("malformed_mark");
        assertThat(kinds("users/u")).containsExactly("malformed_mark");
        assertThat(kinds("delivery_statuses/s")).containsExactly("malformed_mark");
        assertThat(one("customers_v2", "c")).doesNotContainKey("user_id");
        assertThat(one("delivery_statuses", "s")).containsEntry("migrated_002", other);

        scene.down("000", false);
        assertThat(one("users", "u")).containsEntry("migrated_003", "2025-11-01");
        assertThat(one("delivery_statuses", "s")).containsEntry("migrated_002", other);

        scene.collection("users").updateOne(eq("id", "u"), Updates.unset("migrated_003"));
        scene.up("003");
        assertThat(one("customers_v2", "c")).containsEntry("user_id", "u");
    }

    @Test
    void a_copy_waits_until_the_version_of_its_document_is_mended() {
        linked();
        scene.down("002", false);
        scene.collection("users").updateOne(eq("id", "u"), Updates.set("version", "x"));
        scene.up("003");
        assertThat(scene.databases.own("migration_restore").countDocuments()).isPositive();
        scene.collection("users").updateOne(eq("id", "u"), Updates.unset("version"));
        scene.rescan("003");
        assertThat(one("users", "u")).containsEntry("customer_v2_id", "c");
        assertThat(scene.databases.own("migration_restore").countDocuments()).isZero();
    }

    @Test
    void who_has_become_staff_since_is_not_linked_again() {
        linked();
        scene.down("002", false);
        scene.collection("users").updateOne(eq("id", "u"), Updates.set("role", "admin"));
        scene.up("003");
        assertThat(one("users", "u")).doesNotContainKey("customer_v2_id").containsEntry("email_normalised", "u@x.in");
        assertThat(one("customers_v2", "c")).doesNotContainKey("user_id");
        assertThat(kinds("customers_v2/c")).containsExactly("staff_phone");
    }

    private void linked() {
        insert("users", user("u"));
        insert("customers_v2", customer("c"));
        scene.up("003");
        assertThat(one("users", "u")).containsEntry("customer_v2_id", "c");
    }

    @Test
    void malformed_links_are_reported_and_are_no_evidence() {
        insert("users", user("u").append("customer_v2_id", 77));
        insert("customers_v2", customer("c"));
        insert("users", user("v").append("phone", "9876505555"));
        insert("customers_v2", customer("d").append("phone", "9876505555").append("user_id", 5));
        insert("orders", new Document("id", "o").append("customer_id", "d").append("delivery_date", "2026-01-28"));
        insert("delivery_statuses", delivery("s").append("customer_id", "v"));

        scene.up("003");

        assertThat(kinds("customers_v2/c")).containsExactly("user_with_malformed_link");
        assertThat(kinds("customers_v2/d")).containsExactly("malformed_link");
        assertThat(kinds("delivery_statuses/s")).containsExactly("no_order_that_day");
    }

    /** It is counted, and never a match itself. */
    @Test
    void who_has_no_usable_id_is_a_rival_all_the_same() {
        insert("users", user("u"));
        insert("customers_v2", customer("c"));
        insert("customers_v2", new Document("id", 5).append("phone", PHONE));
        insert("users", user("v").append("phone", "9876505555").append("email", "Same@x.in"));
        insert("users", new Document("id", 6).append("phone", "9876505555").append("email", "same@x.in"));
        insert("customers_v2", customer("d").append("phone", "9876505555"));
        insert("orders", delivery("o").append("customer_id", "c"));
        insert("orders", new Document(delivery("o")).append("id", 8).append("customer_id", "c"));
        insert("delivery_statuses", delivery("s").append("customer_id", "c"));

        var planned = scene.engine().plan("003", false);
        var applied = scene.up("003");

        assertThat(applied.get(2).conflicts()).isEqualTo(planned.get(2).conflicts());
        assertThat(kinds("customers_v2/c")).containsExactly("shared_phone");
        assertThat(kinds("customers_v2/d")).containsExactly("phone_of_several_users");
        assertThat(kinds("users/v")).containsExactly("duplicate_email");
        assertThat(kinds("delivery_statuses/s")).containsExactly("several_orders_that_day");
    }

    @Test
    void boys_that_differ_in_whatever_type_are_not_the_same() {
        insert("orders", delivery("o").append("customer_id", "c").append("delivery_boy_id", 1));
        insert("delivery_statuses", delivery("s").append("customer_id", "c").append("delivery_boy_id", 2));
        scene.up("002");
        assertThat(kinds("delivery_statuses/s")).containsExactly("assigned_to_other_delivery_boy");
    }

    @Test
    void a_subscription_whose_id_is_another_customers_too_is_left_to_people() {
        for (var customer : List.of("c", "d")) {
            insert(
                    "subscriptions_v2",
                    new Document("id", "s")
                            .append("customer_id", customer)
                            .append("product_id", "milk")
                            .append("start_date", "2026-01-01"));
        }
        insert(
                "orders",
                new Document("id", "o")
                        .append("customer_id", "c")
                        .append("order_type", "subscription")
                        .append("delivery_date", "2026-01-28")
                        .append("items", List.of(new Document("product_id", "milk"))));
        scene.up("001");
        assertThat(kinds("orders/o")).containsExactly("several_subscriptions");
        scene.collection("orders").updateOne(eq("id", "o"), Updates.set("subscription_id", "s"));
        assertThat(breaches()).isEmpty();
    }

    private List<String> breaches() {
        return List.copyOf(
                new Verification(scene.databases).breaches(id -> true).keySet());
    }

    private List<String> kinds(String subject) {
        return Conflicts.of(scene.databases, null).stream()
                .filter(conflict -> conflict.getString("subject").equals(subject))
                .map(conflict -> conflict.getString("kind"))
                .toList();
    }

    private Document one(String collection, String id) {
        return Objects.requireNonNull(
                scene.collection(collection).find(eq("id", id)).first());
    }

    private void insert(String collection, Document document) {
        if (document.get("id") == null) {
            document.remove("id");
        }
        scene.collection(collection).insertOne(document);
    }

    private static Document user(@Nullable String id) {
        return new Document("id", id)
                .append("role", "customer")
                .append("email", id + "@x.in")
                .append("phone", PHONE);
    }

    private static Document customer(@Nullable String id) {
        return new Document("id", id).append("phone", PHONE);
    }

    private static Document delivery(String id) {
        return new Document("id", id).append("delivery_date", "2026-01-28");
    }
}
