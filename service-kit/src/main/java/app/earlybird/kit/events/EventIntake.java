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
 * Takes one record: what may pass later is tried in place for as long as it takes, what never can is failed at once,
 * which the connector answers with a dead letter.
 */
@ApplicationScoped
public class EventIntake {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int TOMBSTONE = -1;

    /** Handles the events of one topic. */
    public interface Handler {
        Uni<Outcome> handle(CloudEvent event);

        /** The subject is erased, where a topic knows that; on every other an event without a value is poison. */
        default Uni<Outcome> erased(String key) {
            throw new HopelessEvent("value is missing");
        }
    }

    private final EventReader reader;
    private final MeterRegistry metrics;

    EventIntake(EventReader reader, MeterRegistry metrics) {
        this.reader = reader;
        this.metrics = metrics;
    }

    public Uni<Void> take(ConsumerRecord<String, byte[]> record, Handler handler) {
        return Uni.createFrom()
                .deferred(() -> handle(record, handler))
                .onFailure(EventIntake::mayPassLater)
                .invoke(failure -> Log.warnf("Event of %s waits: %s", record.topic(), failure.toString()))
                .onFailure(EventIntake::mayPassLater)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure()
                .transform(failure -> hopeless(record, failure))
                .invoke(outcome -> count(record, outcome.name()))
                .replaceWithVoid();
    }

    private Uni<Outcome> handle(ConsumerRecord<String, byte[]> record, Handler handler) {
        if (record.serializedValueSize() == TOMBSTONE || record.value() == null) {
            return handler.erased(record.key());
        }
        var event = reader.read(record);
        Trace.begin(event.traceparent(), event.correlationId(), event.id());
        return handler.handle(event);
    }

    private Throwable hopeless(ConsumerRecord<String, byte[]> record, Throwable failure) {
        count(record, "DEAD_LETTER");
        if (failure instanceof HopelessEvent) {
            Log.errorf("Dead letter from %s: %s", record.topic(), failure.getMessage());
            return failure;
        }
        Log.errorf(failure, "Dead letter from %s: it cannot be handled", record.topic());
        return new HopelessEvent("refused: " + failure.getClass().getSimpleName());
    }

    private void count(ConsumerRecord<String, byte[]> record, String outcome) {
        metrics.counter("earlybird.events.consumed", "topic", record.topic(), "outcome", outcome)
                .increment();
    }

    private static boolean mayPassLater(Throwable failure) {
        return MongoErrors.isTransient(failure)
                || failure instanceof IOException
                || failure instanceof TimeoutException
                || (failure instanceof Failure refused && refused.kind() == Failure.Kind.UNAVAILABLE);
    }
}
