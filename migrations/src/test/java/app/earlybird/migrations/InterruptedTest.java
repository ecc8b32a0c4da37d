package app.earlybird.migrations;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Done;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import app.earlybird.migrations.engine.Refusal;
import app.earlybird.migrations.engine.Settings;
import app.earlybird.migrations.engine.State;
import app.earlybird.migrations.legacy.LegacyData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is stopped between two batches, and what is reported of it. */
class InterruptedTest {

    private static final int BATCH = 20;
    private static final String DELIVERIES = "002 delivery_statuses_1_of_1";

    private final Scene scene = new Scene();

    InterruptedTest() {
        LegacyData.write(scene.database(), 200, 9);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** Its numbers are those of the whole run, each document counted once. */
    @ParameterizedTest
    @CsvSource({"001 subscriptions, 60", "002 delivery_statuses_1_of_1, 100", "003 users, 40", "003 links, 120"})
    @Tag("M13")
    void plan_foretells_what_one_that_goes_on_will_tell(String step, int after) {
        var whole = outcome(scene.engine().plan("003", false));
        var stopped = stoppedAt(step, after);
        assertThat(stopped.exit()).isEqualTo(Exit.INTERRUPTED);
        var id = step.substring(0, 3);
        assertThat(stopped.done()).hasSize(Integer.parseInt(id));

        var planned = scene.engine().plan("003", false);
        var applied = scene.up("003");

        assertThat(planned.getFirst().resumedFrom())
                .isNotNull()
                .isEqualTo(applied.getFirst().resumedFrom());
        assertThat(outcome(planned)).isEqualTo(outcome(applied));
        assertThat(outcome(applied).get(id)).isEqualTo(whole.get(id));
        assertThat(scene.engine().history())
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("event", "interrupted")
                        .containsEntry("command", "up")
                        .containsEntry("migration", id));
    }

    /** It ends, and no document is counted twice. */
    @Test
    @Tag("M03")
    void one_that_is_stopped_after_every_few_batches_comes_to_its_end() {
        var whole = outcome(scene.engine().plan("003", false));
        var stops = 0;
        for (var stopped = stoppedAfter(3); stopped != null; stopped = stoppedAfter(3)) {
            assertThat(stopped.exit()).isEqualTo(Exit.INTERRUPTED);
            assertThat(stopped.done().getLast().status().state()).isEqualTo(State.INTERRUPTED);
            assertThat(++stops).isLessThan(100);
        }
        assertThat(stops).isGreaterThan(10);
        for (var event : scene.engine().history()) {
            if (event.getString("event").equals("applied")) {
                var report = event.get("report", Document.class);
                var counters = new HashMap<String, Object>(report.get("counters", Document.class));
                counters.remove("batches");
                counters.put("conflicts", new TreeMap<>(report.get("conflicts", Document.class)));
                assertThat(counters).isEqualTo(whole.get(event.getString("migration")));
            }
        }
    }

    /** Its last pass had missed something, and had come far beyond it. */
    @Test
    @Tag("M03")
    void what_others_were_faster_with_is_tried_again_after_a_stop() {
        stoppedAt("003 users", 40);
        var last =
                scene.collection("users").find().sort(new Document("_id", -1)).first();
        scene.databases
                .own("migrations")
                .updateOne(
                        new Document("_id", "003"),
                        combine(
                                set(
                                        "progress.last",
                                        Objects.requireNonNull(last).get("_id")),
                                set("progress.late", 1L),
                                set("progress.again", true)));

        scene.up("003");

        assertThat(scene.engine().plan("003", true).getLast().counters()).doesNotContainKey("updated");
    }

    @Test
    void what_people_have_settled_since_it_was_stopped_is_reported_no_longer() {
        scene.collection("delivery_statuses")
                .insertOne(new Document("_id", new ObjectId("000000000000000000000001"))
                        .append("id", "first")
                        .append("customer_id", "cc")
                        .append("delivery_date", "2026-03-01"));
        stoppedAt(DELIVERIES, BATCH);
        assertThat(outcome("delivery_statuses/first")).containsExactly("no_order_that_day");
        scene.collection("orders")
                .insertOne(new Document("id", "of-first")
                        .append("customer_id", "cc")
                        .append("delivery_date", "2026-03-01"));

        scene.up("003");

        assertThat(outcome("delivery_statuses/first")).isEmpty();
        assertThat(scene.collection("delivery_statuses")
                        .find(new Document("id", "first"))
                        .first())
                .containsEntry("order_id", "of-first");
    }

    private List<String> outcome(String subject) {
        return Conflicts.of(scene.databases, null).stream()
                .filter(conflict -> subject.equals(conflict.getString("subject")))
                .map(conflict -> conflict.getString("kind"))
                .toList();
    }

    /** It was killed between the two. */
    @Test
    @Tag("M08")
    void what_was_kept_for_a_write_that_did_not_come_is_forgotten_when_others_have_removed_it() {
        scene.up("003");
        var user = Objects.requireNonNull(scene.collection("users")
                .find(exists("migrated_003.set.customer_v2_id"))
                .first());
        scene.databases
                .own("migrations")
                .updateOne(new Document("_id", "003"), combine(set("state", "rolling_back"), set("run", 2L)));
        scene.databases.own("migration_restore").insertOne(copyOfRunTwo(user));
        scene.collection("users").updateOne(new Document("_id", user.get("_id")), unset("customer_v2_id"));

        scene.down("002", true);

        assertThat(scene.databases
                        .own("migration_restore")
                        .find(new Document("document", user.get("_id")))
                        .map(copy -> copy.get("set", Document.class)))
                .noneMatch(set -> set.containsKey("customer_v2_id"));
    }

    private static Document copyOfRunTwo(Document user) {
        return new Document("_id", "003/AUTH/users/ObjectId:" + user.get("_id") + "/2")
                .append("migration", "003")
                .append("owner", "AUTH")
                .append("collection", "users")
                .append("document", user.get("_id"))
                .append("set", new Document("customer_v2_id", user.get("customer_v2_id")));
    }

    /** Null when it came to its end. */
    private @Nullable Refusal stoppedAfter(int batches) {
        var stop = new AtomicBoolean();
        var seen = new int[1];
        return refusedOrNot(stop, (what, done, total) -> {
            if (done > 0 && ++seen[0] >= batches) {
                stop.set(true);
            }
        });
    }

    @Test
    void a_second_look_that_was_stopped_is_called_so() {
        scene.up("003");
        var stop = new AtomicBoolean(true);
        var settings = new Settings("stopped:1", Settings.LEASE, BATCH, 0, stop, Settings.Progress.SILENT);
        try (var lease = Lease.acquire(scene.databases, settings)) {
            var engine = new Engine(Changes.all(), scene.databases, settings);
            assertThatThrownBy(() -> engine.up("003", true, lease)).isInstanceOf(Refusal.class);
        }
        assertThat(scene.engine().status().getFirst().command()).isEqualTo("up --rescan");
    }

    private Refusal stoppedAt(String step, int after) {
        var stop = new AtomicBoolean();
        return refused(stop, (what, done, total) -> {
            if (what.equals(step) && done >= after) {
                stop.set(true);
            }
        });
    }

    private Refusal refused(AtomicBoolean stop, Settings.Progress progress) {
        return Objects.requireNonNull(refusedOrNot(stop, progress));
    }

    private @Nullable Refusal refusedOrNot(AtomicBoolean stop, Settings.Progress progress) {
        var settings = new Settings("stopped:1", Settings.LEASE, BATCH, 0, stop, progress);
        try (var lease = Lease.acquire(scene.databases, settings)) {
            new Engine(Changes.all(), scene.databases, settings).up("003", false, lease);
        } catch (Refusal refusal) {
            return refusal;
        }
        return null;
    }

    private static Map<String, Map<String, Object>> outcome(List<Done> done) {
        var outcome = Scene.effects(done);
        outcome.values().forEach(each -> List.of("samples", "indexes").forEach(each::remove));
        return outcome;
    }

    /** While it works, whoever released the lock may be at the data. */
    @Test
    @Tag("M05")
    void one_whose_lock_was_released_stops_before_its_next_write() {
        var counted = new long[1];
        var refused = refused(new AtomicBoolean(), (what, done, total) -> {
            if (what.equals(DELIVERIES) && done >= BATCH && counted[0] == 0) {
                Lease.release(scene.databases);
                counted[0] = marked();
            }
        });
        assertThat(refused.exit()).isEqualTo(Exit.LEASE_LOST);
        assertThat(marked()).isEqualTo(counted[0]).isPositive();
    }

    private long marked() {
        return scene.collection("delivery_statuses").countDocuments(exists("migrated_002"));
    }

    /** Others may have written them since, and unique indexes take them for values. */
    @Test
    @Tag("I-13")
    void nulls_written_while_people_mend_duplicates_are_removed_all_the_same() {
        var users = scene.collection("users");
        users.insertOne(new Document("id", "twice"));
        users.insertOne(new Document("id", "twice"));
        assertThatThrownBy(() -> scene.up("003")).isInstanceOf(Refusal.class).hasMessageContaining("users.id");

        users.deleteMany(new Document("id", "twice"));
        for (var id : List.of("n1", "n2")) {
            users.insertOne(new Document("id", id).append("email", id + "@x.in").append("customer_v2_id", null));
        }
        var planned = outcome(scene.engine().plan("003", false));
        assertThat(planned).isEqualTo(outcome(scene.up("003")));
        assertThat(users.find(new Document("id", "n1")).first()).doesNotContainKey("customer_v2_id");
    }

    @Test
    void everything_that_is_in_the_way_is_listed_at_once() {
        for (var collection : List.of("users", "customers_v2")) {
            scene.collection(collection).insertOne(new Document("id", "twice"));
            scene.collection(collection).insertOne(new Document("id", "twice"));
        }
        assertThatThrownBy(() -> scene.up("003"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.done()).hasSize(3))
                .hasMessageContaining("customers_v2.id, users.id");
    }
}
