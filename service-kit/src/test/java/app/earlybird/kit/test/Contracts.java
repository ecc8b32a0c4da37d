package app.earlybird.kit.test;

import app.earlybird.local.http.TopicReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What services publish, measured against {@code contracts/events}. */
public final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ATTRIBUTES = List.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_sequence",
            "ce_correlationid",
            "traceparent");

    private Contracts() {}

    /** Everything that is wrong with a record; empty when it keeps its contract. */
    public static List<String> violations(ConsumerRecord<String, String> record) {
        var missing = ATTRIBUTES.stream()
                .filter(name -> TopicReader.header(record, name).isEmpty())
                .map(name -> name + " is missing");
        return Stream.concat(missing, inData(record)).toList();
    }

    /** The sample of the contract, as another service would send it. */
    public static String sample(String event) {
        return read(event).path("examples").path(0).toString();
    }

    private static Stream<String> inData(ConsumerRecord<String, String> record) {
        var event = TopicReader.header(record, "ce_type").replaceFirst("com\\.earlybird\\.(\\w+)\\.v1", "$1");
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(read(event))
                    .validate(JSON.readTree(record.value()))
                    .stream()
                    .map(Object::toString);
        } catch (IOException notJson) {
            return Stream.of("the data is not JSON");
        }
    }

    private static JsonNode read(String event) {
        var name = "/contracts/events/" + event + ".v1.json";
        try (var in = Contracts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no contract " + name);
            }
            return JSON.readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
