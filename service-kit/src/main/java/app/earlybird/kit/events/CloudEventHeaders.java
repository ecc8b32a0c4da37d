package app.earlybird.kit.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0, Kafka binding, binary mode: the attributes are headers, the value is the data. */
public final class CloudEventHeaders {

    private CloudEventHeaders() {}

    public static Headers of(StoredEvent event, String source) {
        var headers = new RecordHeaders();
        if (event.data() != null) {
            put(headers, "content-type", "application/json");
        }
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id());
        put(headers, "ce_type", event.type());
        put(headers, "ce_source", source);
        put(headers, "ce_subject", event.subject());
        put(headers, "ce_time", DateTimeFormatter.ISO_INSTANT.format(event.time()));
        put(headers, "ce_sequence", Long.toString(event.sequence()));
        put(headers, "ce_correlationid", event.correlationId());
        if (event.causationId() != null) {
            put(headers, "ce_causationid", event.causationId());
        }
        put(headers, "traceparent", event.traceparent());
        return headers;
    }

    static String required(Headers headers, String name) {
        var value = optional(headers, name);
        if (value == null || value.isBlank()) {
            throw new NonRetryableEvent("header " + name + " is missing");
        }
        return value;
    }

    static @Nullable String optional(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static long sequence(Headers headers) {
        try {
            return Long.parseLong(required(headers, "ce_sequence"));
        } catch (NumberFormatException notANumber) {
            throw new NonRetryableEvent("header ce_sequence is not a number");
        }
    }

    /** 0 where there is none. */
    static long sequenceOrNone(Headers headers) {
        return optional(headers, "ce_sequence") == null ? 0 : sequence(headers);
    }

    static Instant time(Headers headers) {
        try {
            return Instant.parse(required(headers, "ce_time"));
        } catch (DateTimeParseException notATime) {
            throw new NonRetryableEvent("header ce_time is not an instant");
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
