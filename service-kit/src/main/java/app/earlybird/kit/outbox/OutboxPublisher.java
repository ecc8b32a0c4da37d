package app.earlybird.kit.outbox;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.events.CloudEventHeaders;
import app.earlybird.kit.events.StoredEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Sends stored events in order within an aggregate, and removes from the outbox what the broker acknowledged. */
@ApplicationScoped
class OutboxPublisher implements OutboxDrainer.Publisher {

    static final int SWEEP_LIMIT = 1000;

    private final ReactiveMongoClient mongo;
    private final String database;
    private final String producer;
    private final MutinyEmitter<String> broker;
    private final MeterRegistry metrics;

    OutboxPublisher(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            @ConfigProperty(name = "quarkus.application.name") String producer,
            @Channel("outbox") MutinyEmitter<String> broker,
            MeterRegistry metrics) {
        this.mongo = mongo;
        this.database = database;
        this.producer = "/earlybird/" + producer;
        this.broker = broker;
        this.metrics = metrics;
    }

    /** What was acknowledged is removed from its outbox even when something else failed. */
    @Override
    public Uni<Void> publish(StoredCollection collection, Collection<String> keys) {
        return aggregates(collection)
                .find(in(collection.businessKey(), keys), new FindOptions().projection(include(Outbox.EVENTS)))
                .onItem()
                .transformToUniAndMerge(aggregate -> publishInOrder(collection, aggregate))
                .collect()
                .asList()
                .call(published -> removePublished(collection, published))
                .chain(OutboxPublisher::firstFailure);
    }

    /** The oldest of those whose events are at least this old: left by a crash, or by another instance. */
    Uni<List<String>> findStale(StoredCollection collection, Duration atLeast, Instant now) {
        return mongo.getDatabase(database)
                .getCollection(collection.collectionName())
                .find(
                        new Document(Outbox.SINCE, new Document("$lt", now.minus(atLeast))),
                        new FindOptions()
                                .projection(include(collection.businessKey()))
                                .sort(ascending(Outbox.SINCE))
                                .limit(SWEEP_LIMIT))
                .map(document -> document.getString(collection.businessKey()))
                .collect()
                .asList();
    }

    private Uni<Published> publishInOrder(StoredCollection collection, PendingAggregate aggregate) {
        var acknowledged = new ArrayList<String>();
        return Multi.createFrom()
                .iterable(aggregate.outbox())
                .onItem()
                .transformToUniAndConcatenate(
                        event -> send(collection, event).invoke(() -> acknowledged.add(event.id())))
                .onItem()
                .ignoreAsUni()
                .onItemOrFailure()
                .transform((nothing, failure) -> new Published(aggregate, acknowledged, failure));
    }

    private Uni<Void> send(StoredCollection collection, StoredEvent event) {
        var to = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(collection.topic().orElseThrow().topicName())
                .withKey(event.key())
                .withHeaders(CloudEventHeaders.of(event, producer))
                .build();
        return broker.sendMessage(Message.of(event.data()).addMetadata(to))
                .onFailure()
                .invoke(() -> metrics.counter(
                                "earlybird.outbox.publish.failures",
                                "topic",
                                collection.topic().orElseThrow().topicName())
                        .increment());
    }

    /** The version stays: nothing the aggregate decides on has changed. */
    private Uni<Void> removePublished(StoredCollection collection, List<Published> published) {
        var updates = published.stream().flatMap(Published::updates).toList();
        return updates.isEmpty()
                ? Uni.createFrom().voidItem()
                : aggregates(collection).bulkWrite(updates).replaceWithVoid();
    }

    private static Uni<Void> firstFailure(List<Published> published) {
        return published.stream()
                .filter(one -> one.failure() != null)
                .findFirst()
                .map(one -> Uni.createFrom().<Void>failure(one.failure()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private ReactiveMongoCollection<PendingAggregate> aggregates(StoredCollection collection) {
        return mongo.getDatabase(database).getCollection(collection.collectionName(), PendingAggregate.class);
    }
}
