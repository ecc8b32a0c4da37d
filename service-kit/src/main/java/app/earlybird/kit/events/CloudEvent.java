package app.earlybird.kit.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as a consumer sees it.
 *
 * @param name the type without prefix and version, {@code CustomerCreated}
 * @param sequence the producing aggregate's count; not newer than what a guard holds means superseded
 */
public record CloudEvent(
        String id,
        String name,
        String source,
        String key,
        Instant time,
        long sequence,
        @Nullable String correlationId,
        @Nullable String traceparent,
        JsonNode data) {}
