package app.earlybird.kit.events;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One event as it waits in its aggregate's document, complete: what is published later is what was decided now.
 *
 * @param sequence the aggregate's own count of its events, from 1
 * @param data JSON; null for the end of the aggregate, which a compacted topic knows as a record without a value
 */
public record StoredEvent(
        String id,
        String type,
        String key,
        String subject,
        Instant time,
        long sequence,
        @BsonProperty("correlation_id") String correlationId,
        @BsonProperty("causation_id") @Nullable String causationId,
        String traceparent,
        @Nullable String data) {}
