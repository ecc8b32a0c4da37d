package app.earlybird.kit.events;

import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.runtime.Trace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Makes the events that ride in a write. */
@ApplicationScoped
public class EventWriter {

    private static final String TYPE_PREFIX = "com.earlybird.";
    private static final String TYPE_SUFFIX = ".v1";

    private final ObjectMapper json;
    private final Clock clock;

    EventWriter(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param name the event's name, as in {@code contracts/events}
     * @param key what its topic is partitioned by
     * @param subject the id of the aggregate
     */
    public StoredEvent write(String name, String key, String subject, long sequence, Object data) {
        var trace = Trace.current();
        return new StoredEvent(
                Ids.next(),
                TYPE_PREFIX + name + TYPE_SUFFIX,
                key,
                subject,
                Instant.now(clock),
                sequence,
                trace.correlationId(),
                trace.causationId(),
                trace.traceparent(),
                text(data));
    }

    private String text(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("An event that is no JSON", notOurs);
        }
    }
}
