package app.earlybird.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.migrations.change.Places;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 001 to 003 on what the monolith left behind. */
class LegacyDataTest {

    private static final int CUSTOMERS = Boolean.getBoolean("earlybird.soak") ? 100_000 : 1000;
    private static final long SEED = 7;

    private final Scene scene = new Scene();
    private final LegacyData data = LegacyData.write(scene.database(), CUSTOMERS, SEED);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @Tag("M12")
    @Tag("M13")
    @Tag("I-04")
    @Tag("I-05")
    @Tag("I-06")
    @Tag("A-14")
    @Tag("B-12")
    void every_class_of_dirt_is_counted_before_and_after_and_no_link_is_wrong() {
        var before = scene.digest();
        var planned = scene.engine().plan("003", false);
        assertThat(scene.digest()).isEqualTo(before);

        var applied = scene.up("003");

        for (var done : List.of(planned, applied)) {
            assertThat(done).extracting(each -> each.status().id()).containsExactly("001", "002", "003");
            assertThat(done)
                    .allSatisfy(each -> assertThat(each.conflicts())
                            .isEqualTo(data.conflicts(each.status().id())));
        }
        assertThat(Scene.effects(planned)).isEqualTo(Scene.effects(applied));
        assertThat(scene.collection("customers_v2")
                        .countDocuments(new Document("migrated_003.rule.user_id", new Document("$exists", true))))
                .isEqualTo(data.filled("003") - CUSTOMERS / 100);
        assertThat(links()).isEqualTo(data.logins());
        System.out.printf("M12 %d customers: every class counted, %d links, 0 wrong%n", CUSTOMERS, links().size());
    }

    @Test
    @Tag("M02")
    void up_twice_changes_nothing_and_up_down_up_ends_where_up_did() {
        scene.up("003");
        var once = scene.digest();
        assertThat(scene.up("003")).isEmpty();
        assertThat(scene.digest()).isEqualTo(once);

        assertThat(scene.down("000", false)).hasSize(3);
        assertThat(scene.digest()).isNotEqualTo(once);
        var again = scene.up("003");

        assertThat(scene.digest()).isEqualTo(once);
        assertThat(again)
                .allSatisfy(each -> assertThat(each.conflicts())
                        .isEqualTo(data.conflicts(each.status().id())));
    }

    @Test
    @Tag("M01")
    void nothing_and_little_are_no_special_cases() {
        try (var empty = new Scene()) {
            assertThat(empty.up("003"))
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(each.conflicts()).isEmpty());
        }
    }

    @Test
    @Tag("I-09")
    @Tag("I-10")
    void what_stands_there_is_never_written_over() {
        scene.collection("delivery_statuses").updateMany(new Document(), Updates.set("confirmed_by_name", "Ravi"));
        var before = everything();
        scene.up("003");
        var after = everything();
        before.forEach((place, document) -> document.forEach((field, value) -> {
            if (value != null) {
                assertThat(after.getOrDefault(place, Map.of())).containsEntry(field, value);
            }
        }));
    }

    private Map<String, Map<String, Object>> everything() {
        var everything = new HashMap<String, Map<String, Object>>();
        for (var place : Places.all()) {
            scene.databases
                    .all(place)
                    .forEach(document -> everything.put(place.collection() + "/" + document.get("_id"), document));
        }
        return everything;
    }

    /** As both sides say. */
    private Map<String, String> links() {
        var users = new HashMap<String, String>();
        scene.databases
                .all(Places.USERS)
                .forEach(user -> users.put(user.getString("id"), user.getString("customer_v2_id")));
        var links = new HashMap<String, String>();
        scene.databases.all(Places.CUSTOMERS).forEach(customer -> {
            var id = customer.getString("id");
            var user = customer.getString("user_id");
            if (user != null && id.equals(users.get(user))) {
                links.put(id, user);
            }
        });
        return links;
    }
}
