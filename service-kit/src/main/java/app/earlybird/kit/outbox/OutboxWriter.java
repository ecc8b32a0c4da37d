package app.earlybird.kit.outbox;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.events.EventMessage;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.runtime.Trace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Makes the events that are stored with a write, and has them published after it. */
@ApplicationScoped
public class OutboxWriter {

    private static final String TYPE_PREFIX = "com.earlybird.";
    private static final String TYPE_SUFFIX = ".v1";

    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxRelay relay;

    OutboxWriter(ObjectMapper json, Clock clock, OutboxRelay relay) {
        this.json = json;
        this.clock = clock;
        this.relay = relay;
    }

    /** @param number of the event in its aggregate's own count */
    public StoredEvent write(EventMessage message, long number) {
        var trace = Trace.current();
        return new StoredEvent(
                Ids.next(),
                TYPE_PREFIX + message.name() + TYPE_SUFFIX,
                message.key(),
                message.subject(),
                Instant.now(clock),
                Objects.requireNonNullElse(message.sequence(), number),
                trace.correlationId(),
                trace.causationId(),
                trace.traceparent(),
                message.data() == null ? null : text(message.data()));
    }

    /** Call it after the write, where there were events. */
    public void wakeUp(StoredCollection collection, String key) {
        relay.wakeUp(collection, key);
    }

    private String text(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("An event that is no JSON", notOurs);
        }
    }
}
