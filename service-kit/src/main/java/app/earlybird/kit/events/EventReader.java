package app.earlybird.kit.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A tolerant reader: fields it does not know are somebody else's, fields it needs must be there. */
@ApplicationScoped
public class EventReader {

    private static final String TYPE = "com\\.earlybird\\.([A-Za-z]+)\\.v1";

    private final ObjectMapper json = new ObjectMapper()
            .registerModules(new JavaTimeModule(), new Jdk8Module(), new ParameterNamesModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Validator validator;

    EventReader(Validator validator) {
        this.validator = validator;
    }

    CloudEvent read(ConsumerRecord<String, byte[]> record) {
        var headers = record.headers();
        return new CloudEvent(
                CloudEventHeaders.required(headers, "ce_id"),
                CloudEventHeaders.required(headers, "ce_type").replaceFirst("^" + TYPE + "$", "$1"),
                CloudEventHeaders.required(headers, "ce_source"),
                keyOf(record),
                CloudEventHeaders.time(headers),
                CloudEventHeaders.sequence(headers),
                CloudEventHeaders.optional(headers, "ce_correlationid"),
                CloudEventHeaders.optional(headers, "traceparent"),
                treeOf(record.value()));
    }

    /** The part of the data this consumer needs; fails as non-retryable when it is not there. */
    public <T> T data(CloudEvent event, Class<T> shape) {
        try {
            var data = json.treeToValue(event.data(), shape);
            var violations = validator.validate(data);
            if (violations.isEmpty()) {
                return data;
            }
            throw new NonRetryableEvent(
                    "data lacks " + violations.iterator().next().getPropertyPath());
        } catch (IOException unreadable) {
            throw new NonRetryableEvent("data is not of the form of " + event.name());
        }
    }

    private static String keyOf(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.key().isBlank()) {
            throw new NonRetryableEvent("key is missing");
        }
        return record.key();
    }

    private JsonNode treeOf(byte[] value) {
        try {
            return json.readTree(value);
        } catch (IOException unreadable) {
            throw new NonRetryableEvent("data is not JSON");
        }
    }
}
