package app.earlybird.kit.events;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.kit.runtime.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Consumes one record. A transient failure is retried in place for as long as it takes; an event that can never succeed
 * fails at once, and the connector sends it to the dead letter topic.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int TOMBSTONE = -1;

    /** Handles the events of one topic. */
    public interface Handler {
        Uni<Outcome> handle(CloudEvent event);

        /**
         * A null value: an erasure on the topics that have one, on every other a dead letter.
         *
         * @param sequence of the erasure; 0 where its producer gave none
         */
        default Uni<Outcome> erased(String key, long sequence) {
            throw new NonRetryableEvent("value is missing");
        }
    }

    private final EventReader reader;
    private final MeterRegistry metrics;

    EventConsumer(EventReader reader, MeterRegistry metrics) {
        this.reader = reader;
        this.metrics = metrics;
    }

    public Uni<Void> consume(ConsumerRecord<String, byte[]> record, Handler handler) {
        return Uni.createFrom()
                .deferred(() -> handle(record, handler))
                .onFailure(EventConsumer::isRetryable)
                .invoke(failure -> Log.warnf("Event of %s is retried: %s", record.topic(), failure.toString()))
                .onFailure(EventConsumer::isRetryable)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure()
                .transform(failure -> giveUp(record, failure))
                .invoke(outcome -> count(record, outcome.name()))
                .replaceWithVoid();
    }

    private Uni<Outcome> handle(ConsumerRecord<String, byte[]> record, Handler handler) {
        if (record.serializedValueSize() == TOMBSTONE || record.value() == null) {
            return handler.erased(record.key(), CloudEventHeaders.sequenceOrNone(record.headers()));
        }
        var event = reader.read(record);
        Trace.begin(event.traceparent(), event.correlationId(), event.id());
        return handler.handle(event);
    }

    private Throwable giveUp(ConsumerRecord<String, byte[]> record, Throwable failure) {
        count(record, "DEAD_LETTER");
        if (failure instanceof NonRetryableEvent) {
            Log.errorf("Dead letter from %s: %s", record.topic(), failure.getMessage());
            return failure;
        }
        Log.errorf(failure, "Dead letter from %s: the handler failed", record.topic());
        return new NonRetryableEvent("refused: " + failure.getClass().getSimpleName());
    }

    private void count(ConsumerRecord<String, byte[]> record, String outcome) {
        metrics.counter("earlybird.events.consumed", "topic", record.topic(), "outcome", outcome)
                .increment();
    }

    private static boolean isRetryable(Throwable failure) {
        return MongoErrors.isTransient(failure)
                || failure instanceof IOException
                || failure instanceof TimeoutException
                || (failure instanceof Failure refused && refused.kind() == Failure.Kind.UNAVAILABLE);
    }
}
