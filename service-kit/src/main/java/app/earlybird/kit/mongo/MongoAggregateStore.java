package app.earlybird.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.StaleVersion;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.outbox.Outbox;
import app.earlybird.kit.outbox.OutboxWriter;
import app.earlybird.kit.usecase.AggregateStore;
import app.earlybird.kit.usecase.OptimisticRetry;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The one way to find, decide and store. An adapter extends it and maps state and document to each other; versions, outbox,
 * guards, retries and waking the relay are here.
 *
 * @param <S> the aggregate
 * @param <E> its events
 * @param <D> a record of the fields that are its own; the counters of {@link AggregateMeta} are beside them
 */
public abstract class MongoAggregateStore<S extends Aggregate, E, D> implements AggregateStore<S, E> {

    private final StoredCollection declared;
    private final Function<S, D> toDocument;
    private final BiFunction<D, AggregateMeta, S> toState;
    private final Supplier<Failure> missing;
    private final EventMessages<S, E> messages;
    private final OutboxWriter outbox;

    /** As it was read: what is written is the difference to it. */
    private record Read<S, D>(S state, D document, BsonDocument raw) {}

    /**
     * @param toDocument the fields of the aggregate as stored
     * @param toState the aggregate as a document and its counters hold it
     * @param missing the refusal of an id that is missing or not visible
     */
    protected MongoAggregateStore(
            StoredCollection declared,
            Function<S, D> toDocument,
            BiFunction<D, AggregateMeta, S> toState,
            Supplier<Failure> missing,
            EventMessages<S, E> messages,
            OutboxWriter outbox) {
        this.declared = declared;
        this.toDocument = toDocument;
        this.toState = toState;
        this.missing = missing;
        this.messages = messages;
        this.outbox = outbox;
    }

    protected abstract ReactiveMongoCollection<D> collection();

    /** More fields that only the insert writes, beside {@link FieldChanges#WRITTEN_ONCE}. */
    protected Set<String> writtenOnce() {
        return Set.of();
    }

    /** What a duplicate key means when it stops an update; the failure itself where it cannot happen. */
    protected Throwable onDuplicateKey(Throwable failure) {
        return failure;
    }

    @Override
    public Uni<@Nullable S> findById(String id, Visibility who) {
        return reader().first(byId(id, who));
    }

    @Override
    public Uni<S> getById(String id, Visibility who) {
        return findById(id, who).onItem().ifNull().failWith(missing);
    }

    @Override
    public Uni<Boolean> insert(Decision<S, E> first) {
        return inserted(first)
                .replaceWith(true)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithItem(false);
    }

    @Override
    public Uni<S> insertOrGet(Decision<S, E> first, Visibility who) {
        var id = first.state().businessKey();
        return inserted(first)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() ->
                        ReadAfterConflict.of(() -> findById(id, Visibility.ALL)).chain(() -> getById(id, who)));
    }

    @Override
    public Uni<Updated<S>> update(String id, Visibility who, Function<S, Decision<S, E>> decide) {
        return OptimisticRetry.whileStale(
                () -> read(id, who).onItem().ifNull().failWith(missing).flatMap(read -> updated(read, decide)));
    }

    @Override
    public Uni<Updated<S>> insertOrUpdate(
            String id, Supplier<Decision<S, E>> first, Function<S, Decision<S, E>> decide) {
        return OptimisticRetry.whileStale(() -> read(id, Visibility.ALL)
                .flatMap(read -> read == null ? insertedFirst(first.get()) : updated(read, decide)));
    }

    /** For lists, and for reads by other fields than the business key. */
    protected final Documents<D, S> reader() {
        return new Documents<>(collection(), (document, raw) -> toState.apply(document, AggregateMetas.of(raw)));
    }

    /** For the filter of a list. */
    protected static Bson visibleTo(Visibility who) {
        if (who.isAll()) {
            return empty();
        }
        return who.value() == null ? exists("_id", false) : eq(who.field(), who.value());
    }

    private Bson byId(String id, Visibility who) {
        return and(eq(declared.businessKey(), id), visibleTo(who));
    }

    private Uni<@Nullable Read<S, D>> read(String id, Visibility who) {
        return new Documents<>(
                        collection(),
                        (D document, BsonDocument raw) ->
                                new Read<>(toState.apply(document, AggregateMetas.of(raw)), document, raw))
                .first(byId(id, who));
    }

    private Uni<Updated<S>> insertedFirst(Decision<S, E> first) {
        return inserted(first)
                .map(state -> new Updated<>(state, true))
                .onFailure(MongoErrors::isDuplicateKey)
                .transform(faster -> new StaleVersion());
    }

    private Uni<S> inserted(Decision<S, E> first) {
        var state = first.state();
        var announced = events(first, state.meta());
        var meta = state.meta().afterWrite(announced.size());
        var document = toDocument.apply(state);
        return collection()
                .withDocumentClass(BsonDocument.class)
                .insertOne(complete(state, encoded(document), meta, announced))
                .invoke(() -> wakeRelay(state, announced))
                .replaceWith(() -> toState.apply(document, meta));
    }

    private BsonDocument complete(S state, BsonDocument document, AggregateMeta meta, List<StoredEvent> announced) {
        var applied = new BsonDocument();
        meta.applied().forEach((source, sequence) -> applied.put(source, new BsonInt64(sequence)));
        document.putIfAbsent("_id", new BsonString(state.businessKey()));
        document.put(AggregateMetas.VERSION, new BsonInt64(meta.version()));
        document.put(AggregateMetas.EVENT_SEQUENCE, new BsonInt64(meta.eventSequence()));
        document.put(AggregateMetas.APPLIED, applied);
        document.put(
                Outbox.EVENTS,
                new BsonArray(announced.stream().map(this::encoded).toList()));
        if (!announced.isEmpty()) {
            var since = announced.getFirst().time();
            document.put(Outbox.SINCE, new BsonDateTime(since.toEpochMilli()));
        }
        return document;
    }

    private Uni<Updated<S>> updated(Read<S, D> read, Function<S, Decision<S, E>> decide) {
        var decided = decide.apply(read.state());
        return decided.changed()
                ? written(read, decided)
                : Uni.createFrom().item(new Updated<>(decided.state(), false));
    }

    private Uni<Updated<S>> written(Read<S, D> read, Decision<S, E> decided) {
        var state = decided.state();
        var before = read.state().meta();
        var announced = events(decided, before);
        var meta = new AggregateMeta(
                        before.version(), before.eventSequence(), state.meta().applied())
                .afterWrite(announced.size());
        var document = toDocument.apply(state);
        var changes = FieldChanges.between(encoded(read.document()), encoded(document), writtenOnce());
        changes.addAll(AggregateMetas.newlyApplied(before, meta, read.raw()));
        return collection()
                .updateOne(
                        VersionedUpdate.filter(declared.businessKey(), state.businessKey(), read.raw()),
                        VersionedUpdate.update(changes, meta, announced, read.raw()))
                .flatMap(VersionedUpdate.orStale())
                .onFailure(MongoErrors::isDuplicateKey)
                .transform(this::onDuplicateKey)
                .invoke(() -> wakeRelay(state, announced))
                .replaceWith(() -> new Updated<>(toState.apply(document, meta), true));
    }

    private List<StoredEvent> events(Decision<S, E> decided, AggregateMeta before) {
        return IntStream.range(0, decided.events().size())
                .mapToObj(i -> outbox.write(
                        messages.of(decided.state(), decided.events().get(i)), before.eventSequence() + 1 + i))
                .toList();
    }

    private void wakeRelay(S state, List<StoredEvent> announced) {
        if (!announced.isEmpty()) {
            outbox.wakeUp(declared, state.businessKey());
        }
    }

    private <T> BsonDocument encoded(T value) {
        var document = new BsonDocument();
        @SuppressWarnings("unchecked") // the class of a T encodes a T
        var type = (Class<T>) value.getClass();
        collection()
                .getCodecRegistry()
                .get(type)
                .encode(
                        new BsonDocumentWriter(document),
                        value,
                        EncoderContext.builder().build());
        return document;
    }
}
