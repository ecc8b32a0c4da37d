package app.earlybird.migrations;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taking back what was filled in, and nothing else. */
class RollbackTest {

    private final Scene scene = new Scene();

    RollbackTest() {
        LegacyData.write(scene.database(), 200, 3);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** The one migration test that the seed documents, by its name. */
    @Test
    @Tag("I-02")
    @Tag("I-16")
    void migration_up_and_down() {
        var before = withoutNulls();
        scene.up("003");
        scene.down("000", false);
        assertThat(withoutNulls()).isEqualTo(before);
        assertThat(scene.engine().status())
                .filteredOn(status -> status.id().compareTo("003") <= 0)
                .allMatch(status -> status.state().code().equals("rolled_back"));
    }

    @Test
    @Tag("M08")
    void what_the_application_has_built_on_is_not_taken_back_unless_asked_for() {
        scene.up("003");
        var linked = linkedAndRenamed();
        var filled = scene.digest();

        assertThatThrownBy(() -> scene.down("002", false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.WOULD_LOSE_DATA))
                .hasMessageContaining("on 1 documents")
                .hasMessageContaining("users/" + linked.getString("id"));
        assertThat(scene.digest()).isEqualTo(filled);

        scene.down("002", true);
        assertThat(user(linked.get("_id")))
                .containsEntry("name", "New")
                .doesNotContainKeys("customer_v2_id", "migrated_003");
        assertThat(scene.databases.own("migration_restore").countDocuments()).isPositive();

        scene.up("003");
        assertThat(user(linked.get("_id"))).containsEntry("customer_v2_id", linked.get("customer_v2_id"));
        assertThat(scene.databases.own("migration_restore").countDocuments()).isZero();
    }

    /** As a service changes a user. */
    private Document linkedAndRenamed() {
        var users = scene.collection("users");
        var linked = Objects.requireNonNull(
                users.find(exists("migrated_003.set.customer_v2_id")).first());
        users.updateOne(eq("_id", linked.get("_id")), combine(set("name", "New"), inc("version", 1L)));
        return linked;
    }

    private Document user(@Nullable Object documentId) {
        return Objects.requireNonNull(
                scene.collection("users").find(eq("_id", documentId)).first());
    }

    /** They stay as they are: nobody can count on from there. */
    @Test
    @Tag("M08")
    void both_sides_are_taken_back_whatever_became_of_the_version() {
        scene.up("003");
        var users = scene.collection("users");
        var linked =
                users.find(exists("migrated_003.set.customer_v2_id")).limit(6).into(new ArrayList<>());
        var malformed = Arrays.<@Nullable Object>asList("text", null, -5L, Long.MAX_VALUE, 2.5, true);
        for (int i = 0; i < malformed.size(); i++) {
            users.updateOne(eq("_id", linked.get(i).get("_id")), set("version", malformed.get(i)));
        }

        scene.down("002", true);

        for (int i = 0; i < malformed.size(); i++) {
            assertThat(user(linked.get(i).get("_id"))).doesNotContainKeys("customer_v2_id", "migrated_003");
            assertThat(user(linked.get(i).get("_id")).get("version"))
                    .isEqualTo(malformed.get(i) == null ? 1L : malformed.get(i));
        }
        assertThat(scene.collection("customers_v2").countDocuments(exists("migrated_003")))
                .isZero();
    }

    @Test
    @Tag("M08")
    void what_bears_no_mark_of_ours_any_more_is_told_and_left() {
        scene.up("003");
        var user = Objects.requireNonNull(scene.collection("users")
                .find(exists("migrated_003.set.customer_v2_id"))
                .first());
        scene.collection("users").updateOne(eq("_id", user.get("_id")), set("migrated_003", "mine"));

        assertThat(scene.down("002", true).getFirst().conflicts()).containsEntry("malformed_mark", 1L);
        assertThat(user(user.get("_id"))).containsKey("customer_v2_id");
    }

    @Test
    @Tag("I-08")
    void links_the_application_made_stay() {
        scene.up("003");
        scene.collection("users").insertOne(user("u-new", "c-new"));
        scene.collection("customers_v2")
                .insertOne(new Document("_id", "c-new").append("id", "c-new").append("user_id", "u-new"));

        scene.down("000", false);

        assertThat(scene.collection("customers_v2").find(eq("id", "c-new")).first())
                .containsEntry("user_id", "u-new");
        assertThat(scene.collection("users").find(eq("id", "u-new")).first()).containsEntry("customer_v2_id", "c-new");
    }

    @Test
    @Tag("I-03")
    @Tag("I-17")
    void down_drops_by_name_what_up_made_and_puts_back_what_it_replaced() {
        scene.collection("delivery_statuses").createIndex(new Document("order_id", 1));
        scene.up("003");
        assertThat(index("delivery_statuses", "order_id_1")).containsEntry("unique", true);

        var taken = scene.down("000", false);

        assertThat(taken.stream().flatMap(done -> done.indexes().stream()))
                .contains("delivery.delivery_statuses.order_id_1", "auth.users.customer_v2_id_1")
                .hasSize(8);
        assertThat(index("delivery_statuses", "order_id_1").get("unique")).isNotEqualTo(true);
    }

    @Test
    void what_an_index_replaced_is_put_back_with_all_its_options() {
        scene.collection("users").createIndex(new Document("customer_v2_id", 1), new IndexOptions().name("my_link"));
        scene.collection("customers_v2").createIndex(new Document("area", "hashed"));
        scene.collection("customers_v2")
                .createIndex(
                        new Document("user_id", 1),
                        new IndexOptions().expireAfter(7L, TimeUnit.DAYS).name("of_a_week"));
        var before = indexes();
        for (int time = 0; time < 2; time++) {
            scene.up(null);
            assertThat(index("customers_v2", "user_id_1")).doesNotContainKey("expireAfterSeconds");
            scene.down("000", false);
            assertThat(indexes()).isEqualTo(before);
        }
    }

    private Map<String, Set<Document>> indexes() {
        var indexes = new HashMap<String, Set<Document>>();
        for (var collection : List.of("users", "customers_v2", "orders", "delivery_statuses")) {
            indexes.put(collection, scene.collection(collection).listIndexes().into(new HashSet<>()));
        }
        return indexes;
    }

    @Test
    void an_index_stays_once_the_schema_of_its_service_was_applied() {
        scene.up(null);
        scene.applySchema();
        var before = indexes();
        scene.down("000", false);
        assertThat(indexes()).isEqualTo(before);
    }

    private Document index(String collection, String name) {
        return scene.collection(collection).listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> name.equals(index.getString("name")))
                .findFirst()
                .orElseThrow();
    }

    private static Document user(String id, String customer) {
        return new Document("_id", id)
                .append("id", id)
                .append("email", id + "@example.com")
                .append("role", "customer")
                .append("customer_v2_id", customer);
    }

    /** An explicit null says the same as an absent field, and so does an id that is the text of _id: up does that for good. */
    private String withoutNulls() {
        for (var field : new String[] {"customer_v2_id", "user_id", "order_id"}) {
            for (var collection : new String[] {"users", "customers_v2", "delivery_statuses"}) {
                scene.collection(collection).updateMany(eq(field, null), unset(field));
            }
        }
        for (var collection : new String[] {"users", "orders"}) {
            scene.collection(collection)
                    .find(eq("id", null))
                    .forEach(nameless -> scene.collection(collection)
                            .updateOne(eq("_id", nameless.get("_id")), set("id", String.valueOf(nameless.get("_id")))));
        }
        return scene.digest();
    }
}
