package app.earlybird.kit.outbox;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Publishes one collection's waiting aggregates, one batch at a time: so an aggregate is never in two hands of this
 * process, and under load the acknowledgements of a batch are stored in one write. After a failure only a single
 * aggregate is tried per tick, until one passes.
 */
final class OutboxPump {

    private static final int BATCH = 32;

    /** Fails when any of the aggregates could not be published whole. */
    interface Publisher {
        Uni<Void> publish(OutboxSource source, Collection<String> keys);
    }

    private final WaitingKeys waiting = new WaitingKeys();
    private final AtomicBoolean running = new AtomicBoolean();
    private final OutboxSource source;
    private final Publisher publisher;
    private volatile boolean brokerAway;

    OutboxPump(OutboxSource source, Publisher publisher) {
        this.source = source;
        this.publisher = publisher;
    }

    WaitingKeys waiting() {
        return waiting;
    }

    OutboxSource source() {
        return source;
    }

    /** After a write: at once, unless the broker is known to be away. */
    Uni<Void> nudged() {
        return brokerAway ? Uni.createFrom().voidItem() : drain();
    }

    /** Until nothing waits or something fails; never fails itself. */
    Uni<Void> drain() {
        if (waiting.isEmpty() || !running.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(this::publishBatch)
                .repeat()
                .until(nothingWaits -> nothingWaits)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> running.set(false))
                .chain(this::nudged);
    }

    /** True when nothing waits any more; an item at all, because a repetition without one would never end. */
    private Uni<Boolean> publishBatch() {
        var batch = waiting.take(brokerAway ? 1 : BATCH);
        return publisher
                .publish(source, batch.keySet())
                .onFailure()
                .invoke(failure -> giveBack(batch, failure))
                .onCancellation()
                .invoke(() -> waiting.putBack(batch))
                .invoke(() -> brokerAway = false)
                .replaceWith(waiting::isEmpty);
    }

    private void giveBack(Map<String, Instant> batch, Throwable failure) {
        if (!brokerAway) {
            Log.warnf("Events of %s stay in their outbox: %s", source.collection(), failure.toString());
        }
        brokerAway = true;
        waiting.putBack(batch);
    }
}
