package app.earlybird.kit.outbox;

import app.earlybird.contracts.StoredCollection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.EventBus;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gets every stored event to the broker: at once when woken up, by a tick after a failure, by the sweep after a crash. */
@ApplicationScoped
public class OutboxRelay {

    private static final String WAKE_UP = "earlybird.outbox.wakeUp";
    /** Younger events are being published; after the start none is. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private final Map<String, OutboxDrainer> drainers;
    private final OutboxPublisher publisher;
    private final EventBus bus;
    private final Clock clock;
    private volatile boolean started;
    private volatile boolean sweptAfterStart;

    OutboxRelay(
            OwnCollections collections, OutboxPublisher publisher, EventBus bus, Clock clock, MeterRegistry metrics) {
        this.drainers = collections.withEvents().stream()
                .map(collection -> new OutboxDrainer(collection, publisher))
                .collect(Collectors.toUnmodifiableMap(
                        drainer -> drainer.collection().collectionName(), Function.identity()));
        this.publisher = publisher;
        this.bus = bus;
        this.clock = clock;
        drainers.values().forEach(drainer -> measure(drainer, metrics));
    }

    /** Returns at once; no event is lost if it is never called. */
    void wakeUp(StoredCollection collection, String key) {
        drainer(collection.collectionName()).pending().add(key, Instant.now(clock));
        bus.send(WAKE_UP, collection.collectionName());
    }

    @ConsumeEvent(WAKE_UP)
    Uni<Void> onWakeUp(String collection) {
        return drainer(collection).drainIfBrokerAnswers();
    }

    /** The scheduler starts before the channels are connected. */
    void onStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        started = true;
    }

    @Scheduled(every = "{earlybird.outbox.tick}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        if (!started) {
            return Uni.createFrom().voidItem();
        }
        return sweptAfterStart ? forEach(OutboxDrainer::drain) : sweep();
    }

    @Scheduled(
            every = "{earlybird.outbox.sweep}",
            delayed = "{earlybird.outbox.sweep}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return forEach(drainer -> Uni.createFrom()
                .deferred(() -> sweep(drainer))
                .repeat()
                .until(allFound -> allFound)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure ->
                        Log.warnf("No sweep of %s: %s", drainer.collection().collectionName(), failure.toString()))
                .onFailure()
                .recoverWithNull());
    }

    /** True at its end: no stale event is left, or those left cannot be published now. */
    private Uni<Boolean> sweep(OutboxDrainer drainer) {
        var now = Instant.now(clock);
        return publisher
                .findStale(drainer.collection(), sweptAfterStart ? STALE : Duration.ZERO, now)
                .invoke(keys -> keys.forEach(key -> drainer.pending().add(key, now)))
                .call(drainer::drain)
                .invoke(() -> sweptAfterStart = true)
                .map(keys -> keys.size() < OutboxPublisher.SWEEP_LIMIT
                        || !drainer.pending().isEmpty());
    }

    private Uni<Void> forEach(Function<OutboxDrainer, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(drainers.values())
                .onItem()
                .transformToUniAndMerge(work::apply)
                .onItem()
                .ignoreAsUni();
    }

    private OutboxDrainer drainer(String collection) {
        var drainer = drainers.get(collection);
        if (drainer == null) {
            throw new IllegalArgumentException("No outbox in " + collection);
        }
        return drainer;
    }

    private void measure(OutboxDrainer drainer, MeterRegistry metrics) {
        var collection = drainer.collection().collectionName();
        Gauge.builder("earlybird.outbox.size", () -> drainer.pending().size())
                .description("Aggregates known to have events the broker has not acknowledged")
                .tag("collection", collection)
                .register(metrics);
        Gauge.builder("earlybird.outbox.oldest.age", () -> ageInSeconds(drainer))
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .tag("collection", collection)
                .register(metrics);
    }

    private double ageInSeconds(OutboxDrainer drainer) {
        return drainer.pending().oldestAge(Instant.now(clock)).toMillis() / 1000.0;
    }
}
