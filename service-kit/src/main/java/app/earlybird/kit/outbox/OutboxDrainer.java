package app.earlybird.kit.outbox;

import app.earlybird.contracts.StoredCollection;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Publishes the pending aggregates of one collection, one batch at a time: so this process never publishes an aggregate
 * twice at once, and under load the acknowledgements of a batch are stored in one write. After a failure one aggregate is
 * tried per tick, until one passes.
 */
final class OutboxDrainer {

    private static final int BATCH = 32;

    /** Fails when any of the aggregates could not be published whole. */
    interface Publisher {
        Uni<Void> publish(StoredCollection collection, Collection<String> keys);
    }

    private final PendingKeys pending = new PendingKeys();
    private final AtomicBoolean running = new AtomicBoolean();
    private final StoredCollection collection;
    private final Publisher publisher;
    private volatile boolean brokerAway;

    OutboxDrainer(StoredCollection collection, Publisher publisher) {
        this.collection = collection;
        this.publisher = publisher;
    }

    PendingKeys pending() {
        return pending;
    }

    StoredCollection collection() {
        return collection;
    }

    /** After a write: at once, unless the broker is known to be away. */
    Uni<Void> drainIfBrokerAnswers() {
        return brokerAway ? Uni.createFrom().voidItem() : drain();
    }

    /** Until nothing is pending or something fails; never fails itself. */
    Uni<Void> drain() {
        if (pending.isEmpty() || !running.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(this::publishBatch)
                .repeat()
                .until(nothingPending -> nothingPending)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> running.set(false))
                .chain(this::drainIfBrokerAnswers);
    }

    /** True when nothing is pending. It always emits an item, because a repetition without one would never end. */
    private Uni<Boolean> publishBatch() {
        var batch = pending.take(brokerAway ? 1 : BATCH);
        return publisher
                .publish(collection, batch.keySet())
                .onFailure()
                .invoke(failure -> requeue(batch, failure))
                .onCancellation()
                .invoke(() -> pending.requeue(batch))
                .invoke(() -> brokerAway = false)
                .replaceWith(pending::isEmpty);
    }

    private void requeue(Map<String, Instant> batch, Throwable failure) {
        if (!brokerAway) {
            Log.warnf("Events of %s stay in their outbox: %s", collection.collectionName(), failure.toString());
        }
        brokerAway = true;
        pending.requeue(batch);
    }
}
