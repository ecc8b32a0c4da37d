package app.earlybird.migrations;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.migrations.legacy.LegacyData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code down} has taken away stands again as far as it may, and {@code plan} reckons with it. */
@Tag("M13")
class RestoreTest {

    private static final String STRANGER = "stranger";

    private final Scene scene = new Scene();
    private final List<Object> spoilt = new ArrayList<>();

    RestoreTest() {
        LegacyData.write(scene.database(), 300, 11);
        scene.up("003");
        scene.down("000", false);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void all_of_it_stands_again() {
        assertThat(planned())
                .isEqualTo(applied())
                .allSatisfy((migration, counters) -> assertThat(counters).containsKey("restored"));
    }

    /** As the application and people may leave it in between, in every way that keeps something from standing again. */
    @Test
    void what_may_not_stand_again_is_planned_anew_as_it_is_then_done_anew() {
        var copies = scene.databases.own("migration_restore").countDocuments();
        spoilPeople();
        spoilRounds();
        var digest = scene.digest();

        var planned = planned();

        assertThat(scene.digest()).isEqualTo(digest);
        assertThat(scene.databases.own("migration_restore").countDocuments()).isEqualTo(copies);
        assertThat(planned).isEqualTo(applied());
    }

    private void spoilPeople() {
        spoil(
                "users",
                "customer_v2_id",
                List.of(
                        set("customer_v2_id", STRANGER),
                        set("role", "admin"),
                        set("phone", "9000000001"),
                        set("id", "renamed")));
        spoil(
                "customers_v2",
                "user_id",
                List.of(
                        set("user_id", STRANGER),
                        set("phone", "9000000002"),
                        set("version", -1L),
                        set("migrated_003", 1)));
        spoil(
                "users",
                "email_normalised",
                List.of(set("email_normalised", "x@y.in"), unset("email"), set("version", "seven")));
    }

    private void spoilRounds() {
        spoil(
                "delivery_statuses",
                "order_id",
                List.of(set("order_id", STRANGER), set("customer_id", STRANGER), set("migrated_002", "mine")));
        spoil(
                "orders",
                "subscription_id",
                List.of(set("subscription_id", STRANGER), set("order_type", "one_time"), set("version", 1.5)));
    }

    /** One change each to documents that have a copy of this field; one more is deleted. */
    private void spoil(String collection, String field, List<Bson> changes) {
        var documents = new ArrayList<Object>();
        scene.databases
                .own("migration_restore")
                .find(and(eq("collection", collection), exists("set." + field), nin("document", spoilt)))
                .limit(changes.size() + 1)
                .forEach(copy -> documents.add(copy.get("document")));
        assertThat(documents).hasSize(changes.size() + 1);
        spoilt.addAll(documents);
        scene.collection(collection).deleteOne(eq("_id", documents.removeLast()));
        for (int i = 0; i < changes.size(); i++) {
            scene.collection(collection).updateOne(eq("_id", documents.get(i)), changes.get(i));
        }
    }

    @Test
    @Tag("M08")
    void both_sides_of_a_link_wait_for_what_people_have_to_mend() {
        var customer = taken("customers_v2", "user_id");
        var user = Objects.requireNonNull(
                scene.collection("users").find(eq("id", link(customer))).first());
        scene.collection("customers_v2").updateOne(eq("_id", customer), set("version", -1L));
        scene.collection("customers_v2").updateOne(eq("_id", customer), set("phone", "9000000003"));

        assertThat(scene.up("003").get(2).conflicts()).containsEntry("malformed_version", 1L);
        assertThat(sides(customer, user)).containsOnlyNulls();

        scene.collection("customers_v2").updateOne(eq("_id", customer), unset("version"));
        scene.rescan("003");
        assertThat(sides(customer, user)).doesNotContainNull();
        assertThat(scene.databases.own("migration_restore").countDocuments()).isZero();
    }

    /** The e-mail stands again at once and is taken back again; the link waits all the while. */
    @Test
    @Tag("M08")
    void what_waits_waits_over_another_way_back() {
        var user = taken("users", "email_normalised", "customer_v2_id");
        var customer = Objects.requireNonNull(scene.databases
                .own("migration_restore")
                .find(eq("document", user))
                .map(copy -> copy.get("set", Document.class).getString("customer_v2_id"))
                .first());
        scene.collection("customers_v2").updateOne(eq("id", customer), set("version", -1L));
        scene.up("003");
        assertThat(scene.collection("users").find(eq("_id", user)).first())
                .containsKey("email_normalised")
                .doesNotContainKey("customer_v2_id");

        scene.down("000", false);
        scene.collection("customers_v2").updateOne(eq("id", customer), combine(unset("version"), unset("phone")));
        scene.up("003");

        assertThat(scene.collection("users").find(eq("_id", user)).first()).containsEntry("customer_v2_id", customer);
    }

    /** The user had named its customer before; nothing but the customer's side was filled in. */
    @Test
    @Tag("M08")
    void a_customer_is_not_told_again_of_a_user_that_names_it_no_longer() {
        scene.collection("users")
                .insertOne(person("u1").append("role", "customer").append("customer_v2_id", "c1"));
        scene.collection("customers_v2").insertOne(person("c1"));
        scene.up("003");
        assertThat(scene.collection("customers_v2").find(eq("id", "c1")).first())
                .containsEntry("user_id", "u1");
        scene.down("000", false);
        scene.collection("users").updateOne(eq("id", "u1"), combine(unset("customer_v2_id"), unset("phone")));

        assertThat(planned()).isEqualTo(applied());

        assertThat(scene.collection("customers_v2").find(eq("id", "c1")).first())
                .doesNotContainKey("user_id");
    }

    private static Document person(String id) {
        return new Document("id", id).append("phone", "9876501234");
    }

    @Test
    @Tag("M08")
    void a_customer_whose_user_is_gone_is_not_told_of_it_again() {
        var customer = taken("customers_v2", "user_id");
        scene.collection("users").deleteOne(eq("id", link(customer)));

        scene.up("003");

        assertThat(scene.collection("customers_v2").find(eq("_id", customer)).first())
                .doesNotContainKey("user_id");
    }

    /** By the application; the link was by its phone, which speaks for it no longer. */
    @Test
    @Tag("M08")
    void a_link_stands_again_although_the_email_was_filled_in_meanwhile() {
        var user = taken("users", "email_normalised", "customer_v2_id");
        scene.collection("users")
                .updateOne(eq("_id", user), combine(set("email_normalised", "x@y.in"), unset("phone")));

        scene.up("003");

        assertThat(scene.collection("users").find(eq("_id", user)).first())
                .containsEntry("email_normalised", "x@y.in")
                .containsKey("customer_v2_id");
    }

    /** Else one is found by the address of another. */
    @Test
    @Tag("M08")
    void an_email_that_was_changed_meanwhile_is_derived_anew() {
        var users = scene.collection("users");
        var moved = taken("users", "email_normalised", "customer_v2_id");
        var email = Objects.requireNonNull(users.find(eq("_id", moved)).first()).getString("email");
        users.updateOne(eq("_id", moved), set("email", "Moved@x.in"));
        users.insertOne(new Document("id", "u-new").append("email", email).append("role", "customer"));
        var planned = planned();

        assertThat(planned).isEqualTo(applied());

        assertThat(users.find(eq("_id", moved)).first())
                .containsEntry("email_normalised", "moved@x.in")
                .containsKey("customer_v2_id");
        assertThat(users.find(eq("id", "u-new")).first()).containsEntry("email_normalised", email);
    }

    /** A document from which all of these were taken back. */
    private Object taken(String collection, String... fields) {
        var removed = Arrays.stream(fields).map(field -> exists("set." + field)).toList();
        return Objects.requireNonNull(scene.databases
                .own("migration_restore")
                .find(and(eq("collection", collection), and(removed)))
                .map(copy -> copy.get("document", Object.class))
                .first());
    }

    /** The user that was taken back from this customer. */
    private String link(Object customer) {
        return Objects.requireNonNull(scene.databases
                .own("migration_restore")
                .find(eq("document", customer))
                .map(copy -> copy.get("set", Document.class).getString("user_id"))
                .first());
    }

    private List<@Nullable Object> sides(Object customer, Document user) {
        return Arrays.asList(
                Objects.requireNonNull(scene.collection("customers_v2")
                                .find(eq("_id", customer))
                                .first())
                        .get("user_id"),
                Objects.requireNonNull(scene.collection("users")
                                .find(eq("_id", user.get("_id")))
                                .first())
                        .get("customer_v2_id"));
    }

    private Map<String, Map<String, Object>> planned() {
        return Scene.effects(scene.engine().plan("003", false));
    }

    private Map<String, Map<String, Object>> applied() {
        return Scene.effects(scene.up("003"));
    }
}
