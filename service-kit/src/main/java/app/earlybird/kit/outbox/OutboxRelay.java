package app.earlybird.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gets every stored event to the broker: at once when nudged, by a tick after a failure, by the sweep after a crash. */
@ApplicationScoped
public class OutboxRelay {

    private static final String NUDGE = "earlybird.outbox.nudge";
    /** What is younger is on its way; after the start nothing is. */
    private static final Duration LEFT_OVER = Duration.ofSeconds(5);

    private final Map<String, OutboxPump> pumps;
    private final OutboxPublisher publisher;
    private final EventBus bus;
    private final Clock clock;
    private volatile boolean sweptAfterStart;

    OutboxRelay(
            @All List<OutboxSource> sources,
            OutboxPublisher publisher,
            EventBus bus,
            Clock clock,
            MeterRegistry metrics) {
        this.pumps = sources.stream()
                .map(source -> new OutboxPump(source, publisher))
                .collect(Collectors.toUnmodifiableMap(pump -> pump.source().collection(), Function.identity()));
        this.publisher = publisher;
        this.bus = bus;
        this.clock = clock;
        pumps.values().forEach(pump -> measure(pump, metrics));
    }

    /** Call it after the write; it returns at once, and nothing is lost should it never be called. */
    public void nudge(OutboxSource source, String key) {
        pump(source.collection()).waiting().add(key, Instant.now(clock));
        bus.send(NUDGE, source.collection());
    }

    @ConsumeEvent(NUDGE)
    Uni<Void> onNudge(String collection) {
        return pump(collection).nudged();
    }

    @Scheduled(
            every = "{earlybird.outbox.tick}",
            skipExecutionIf = AfterStart.class,
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return sweptAfterStart ? forEach(OutboxPump::drain) : sweep();
    }

    @Scheduled(
            every = "{earlybird.outbox.sweep}",
            delayed = "{earlybird.outbox.sweep}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return forEach(pump -> Uni.createFrom()
                .deferred(() -> sweep(pump))
                .repeat()
                .until(allFound -> allFound)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> Log.warnf("No sweep of %s: %s", pump.source().collection(), failure.toString()))
                .onFailure()
                .recoverWithNull());
    }

    /** True when it is over: nothing more is left over, or what is cannot leave now. */
    private Uni<Boolean> sweep(OutboxPump pump) {
        var now = Instant.now(clock);
        return publisher
                .leftOver(pump.source(), sweptAfterStart ? LEFT_OVER : Duration.ZERO, now)
                .invoke(keys -> keys.forEach(key -> pump.waiting().add(key, now)))
                .call(pump::drain)
                .invoke(() -> sweptAfterStart = true)
                .map(keys -> keys.size() < OutboxPublisher.SWEEP_LIMIT
                        || !pump.waiting().isEmpty());
    }

    private Uni<Void> forEach(Function<OutboxPump, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(pumps.values())
                .onItem()
                .transformToUniAndMerge(work::apply)
                .onItem()
                .ignoreAsUni();
    }

    private OutboxPump pump(String collection) {
        var pump = pumps.get(collection);
        if (pump == null) {
            throw new IllegalArgumentException("No outbox source for " + collection);
        }
        return pump;
    }

    private void measure(OutboxPump pump, MeterRegistry metrics) {
        var collection = pump.source().collection();
        Gauge.builder("earlybird.outbox.size", () -> pump.waiting().size())
                .description("Aggregates known to have events the broker has not acknowledged")
                .tag("collection", collection)
                .register(metrics);
        Gauge.builder("earlybird.outbox.oldest.age", () -> ageInSeconds(pump))
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .tag("collection", collection)
                .register(metrics);
    }

    private double ageInSeconds(OutboxPump pump) {
        return pump.waiting().oldestAge(Instant.now(clock)).toMillis() / 1000.0;
    }
}
