package app.earlybird.kit.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.StaleVersion;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.events.EventMessage;
import app.earlybird.kit.outbox.RecordingOutbox;
import app.earlybird.kit.test.Concurrently;
import app.earlybird.kit.test.Database;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import app.earlybird.local.test.SuiteInfrastructure;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.quarkus.mongodb.impl.ReactiveMongoClientImpl;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every adapter gets from the store, on the database of the gate or the one that is named. */
class MongoAggregateStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "parcels";

    private static MongoClient driver = connected();
    private static ReactiveMongoClientImpl client = new ReactiveMongoClientImpl(driver);
    private static final String DATABASE = "earlybird_store_" + UUID.randomUUID();

    private final String id = UUID.randomUUID().toString();
    private final RecordingOutbox outbox = new RecordingOutbox();
    private final Store store = new Store(outbox);

    /** Its key is {@code id}; the name of the declared collection does not matter to it. */
    private static final class Store extends MongoAggregateStore<Parcel, String, Parcel.Stored> {

        Store(RecordingOutbox outbox) {
            super(
                    StoredCollection.ORDERS,
                    Parcel.Stored::of,
                    Parcel.Stored::toParcel,
                    Parcel::missing,
                    (parcel, event) -> EventMessage.of("Parcel" + event, parcel.id(), parcel.count()),
                    outbox);
        }

        @Override
        protected ReactiveMongoCollection<Parcel.Stored> collection() {
            return client.getDatabase(DATABASE).getCollection(NAME, Parcel.Stored.class);
        }
    }

    private static MongoClient connected() {
        SuiteInfrastructure.start();
        return MongoClients.create(SuiteInfrastructure.mongodbUri());
    }

    @BeforeAll
    static void index() {
        await(documents().createIndex(new Document("id", 1), new IndexOptions().unique(true)));
    }

    @AfterAll
    static void close() {
        driver.close();
    }

    @BeforeEach
    void create() {
        assertThat(await(store.insert(Parcel.create(id, "asha")))).isTrue();
    }

    @Test
    @Tag("F01")
    void a_decision_is_stored_with_its_events_in_one_write() {
        var updated = update(parcel -> parcel.add(2));

        assertThat(updated.changed()).isTrue();
        assertThat(updated.state().count()).isEqualTo(2);
        assertThat(updated.state().meta().version()).isEqualTo(2);
        assertThat(updated.state().meta().eventSequence()).isEqualTo(2);
        assertThat(stored()).containsEntry("version", 2L).containsEntry("event_seq", 2L);
        assertThat(stored().getList("outbox", Document.class))
                .extracting(event -> event.getString("type"), event -> event.getLong("sequence"))
                .containsExactly(
                        tuple("com.earlybird.ParcelCreated.v1", 1L), tuple("com.earlybird.ParcelAdded.v1", 2L));
        assertThat(stored().get("outbox_since")).isNotNull();
        assertThat(outbox.woken()).containsExactly(id, id);
    }

    @Test
    void what_is_read_is_what_was_answered() {
        var updated = update(parcel -> parcel.add(2));

        assertThat(await(store.getById(id, Visibility.ALL))).isEqualTo(updated.state());
    }

    @Test
    void a_silent_decision_is_stored_and_wakes_nobody() {
        var updated = update(parcel -> parcel.note("gate 2"));

        assertThat(updated.changed()).isTrue();
        assertThat(stored()).containsEntry("note", "gate 2").containsEntry("version", 2L);
        assertThat(stored()).containsEntry("event_seq", 1L);
        assertThat(outbox.woken()).containsExactly(id);
    }

    @Test
    void a_decision_that_changes_nothing_writes_nothing() {
        var before = stored();

        assertThat(update(Decision::unchanged).changed()).isFalse();

        assertThat(stored()).isEqualTo(before);
        assertThat(outbox.woken()).containsExactly(id);
    }

    @Test
    void an_event_of_another_aggregate_is_applied_once() {
        assertThat(update(parcel -> parcel.follow("order", 4)).changed()).isTrue();
        assertThat(update(parcel -> parcel.follow("order", 4)).changed()).isFalse();
        assertThat(update(parcel -> parcel.follow("order", 3)).changed()).isFalse();

        assertThat(stored().get("applied", Document.class)).containsExactly(Map.entry("order", 4L));
    }

    /** As somebody left them who wrote into the database by hand. */
    @ParameterizedTest
    @Tag("T-34")
    @ValueSource(strings = {"version", "event_seq", "outbox", "outbox_since", "applied"})
    void a_counter_that_is_null_or_anything_else_stops_no_change(String field) {
        for (Object odd : Arrays.asList(null, "odd", 2.5)) {
            await(documents().updateOne(new Document("id", id), new Document("$set", new Document(field, odd))));

            assertThat(update(parcel -> parcel.add(1)).changed()).isTrue();
            assertThat(update(parcel -> parcel.follow("order-" + field + odd, 4))
                            .changed())
                    .isTrue();
        }
        assertThat(stored().getList("outbox", Document.class)).isNotEmpty();
        assertThat(stored().get("outbox_since")).isInstanceOf(Date.class);
        assertThat(stored().get("applied", Document.class)).isNotEmpty();
        assertThat(stored().get("version")).isInstanceOf(Long.class);
    }

    @Test
    void many_at_once_lose_no_update_and_count_no_event_twice() throws Exception {
        Concurrently.call(20, () -> update(parcel -> parcel.add(1)));

        assertThat(stored()).containsEntry("count", 20).containsEntry("event_seq", 21L);
        assertThat(stored().getList("log", String.class)).hasSize(20);
        assertThat(stored().getList("outbox", Document.class))
                .extracting(event -> event.getLong("sequence"))
                .doesNotHaveDuplicates()
                .hasSize(21);
    }

    @Test
    void who_is_slower_decides_again_and_whoever_is_always_slower_is_told_to_come_back() {
        var tries = new AtomicInteger();
        update(parcel -> {
            if (tries.getAndIncrement() < 3) {
                touch();
            }
            return parcel.add(1);
        });
        assertThat(tries).hasValue(4);

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> update(parcel -> {
                    touch();
                    return parcel.add(1);
                }));
        assertThat(stored()).containsEntry("count", 1);
    }

    @Test
    void a_taken_id_is_answered_and_not_overwritten() {
        assertThat(await(store.insert(Parcel.create(id, "ravi")))).isFalse();
        assertThat(await(store.insertOrGet(Parcel.create(id, "ravi"), Visibility.ALL))
                        .owner())
                .isEqualTo("asha");
        assertThat(outbox.woken()).containsExactly(id);
    }

    @Test
    @Tag("T-38")
    void a_replay_shows_nothing_to_who_may_not_see_it() {
        var ravis = Visibility.only("owner_id", "ravi");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> await(store.insertOrGet(Parcel.create(id, "ravi"), ravis)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("parcel_not_found"));
    }

    @Test
    void what_is_not_visible_is_missing_for_every_read_and_write() {
        var ravis = Visibility.only("owner_id", "ravi");

        assertThat(await(store.findById(id, ravis))).isNull();
        assertThat(await(store.findById(id, Visibility.NONE))).isNull();
        assertThat(await(store.findById(id, Visibility.only("owner_id", null)))).isNull();
        assertThat(await(store.findById(id, Visibility.only("owner_id", "asha"))))
                .isNotNull();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> await(store.update(id, ravis, parcel -> parcel.add(1))))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("parcel_not_found"));
        assertThat(stored()).containsEntry("count", 0);
    }

    @Test
    void a_change_may_come_before_its_aggregate_exists() throws Exception {
        var late = UUID.randomUUID().toString();

        Concurrently.call(
                10,
                () -> await(store.insertOrUpdate(late, () -> Parcel.create(late, "asha"), parcel -> parcel.add(1))));

        assertThat(await(store.getById(late, Visibility.ALL)).count()).isEqualTo(9);
    }

    @Test
    @Tag("T-30")
    @Tag("T-34")
    void a_document_of_the_monolith_keeps_what_no_decision_has_changed() {
        await(documents()
                .updateOne(
                        eq("id", id),
                        Updates.combine(
                                Updates.set("phone", 9876500003L),
                                Updates.set("version", null),
                                Updates.unset("log"),
                                Updates.unset("event_seq"),
                                Updates.unset("applied"))));

        assertThat(update(parcel -> parcel.note("gate 2")).state().meta().version())
                .isEqualTo(1);

        assertThat(stored())
                .containsEntry("phone", 9876500003L)
                .containsEntry("note", "gate 2")
                .containsEntry("version", 1L);
        assertThat(update(parcel -> parcel.note(null)).changed()).isTrue();
        assertThat(stored()).doesNotContainKey("note");
    }

    @Test
    void a_document_that_cannot_be_read_is_named_as_such() {
        await(documents().updateOne(eq("id", id), Updates.set("count", "many")));

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> update(parcel -> parcel.add(1)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Documents.UNREADABLE));
    }

    private Updated<Parcel> update(Function<Parcel, Decision<Parcel, String>> decide) {
        return await(store.update(id, Visibility.ALL, decide));
    }

    /** Somebody else is faster. */
    private void touch() {
        Database.document(DATABASE, NAME, eq("id", id), Updates.inc("version", 1L));
    }

    private Document stored() {
        return Objects.requireNonNull(
                await(documents().find(eq("id", id)).collect().first()));
    }

    private static ReactiveMongoCollection<Document> documents() {
        return client.getDatabase(DATABASE).getCollection(NAME);
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
