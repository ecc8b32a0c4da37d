package app.earlybird.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EVENTS = Path.of("events");

    static Stream<String> events() throws IOException {
        try (var files = Files.list(EVENTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_sample_is_of_the_form_and_stays_so_with_a_field_of_tomorrow(String event) throws IOException {
        var schema = JSON.readTree(EVENTS.resolve(event).toFile());
        var sample = (ObjectNode) schema.path("examples").path(0);

        assertThat(compiled(schema).validate(sample)).isEmpty();
        assertThat(compiled(schema).validate(sample.deepCopy().put("of_tomorrow", 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_sample_without_any_required_field_is_refused(String event) throws IOException {
        var schema = JSON.readTree(EVENTS.resolve(event).toFile());
        var sample = (ObjectNode) schema.path("examples").path(0);

        assertThat(schema.path("required")).isNotEmpty();
        for (var field : schema.path("required")) {
            var lacking = sample.deepCopy();
            lacking.remove(field.asText());
            assertThat(compiled(schema).validate(lacking)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_stays_small(String event) throws IOException {
        var sample =
                JSON.readTree(EVENTS.resolve(event).toFile()).path("examples").path(0);

        assertThat(JSON.writeValueAsBytes(sample).length).isLessThan(4096);
    }

    @Test
    void asyncapi_names_the_topics_and_every_event_there_is() throws IOException {
        var api = new ObjectMapper(new YAMLFactory()).readTree(new File("asyncapi.yaml"));
        var addresses = new HashSet<String>();
        api.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").asText()));
        var messages = new HashSet<String>();
        api.path("components").path("messages").fieldNames().forEachRemaining(name -> messages.add(name + ".v1.json"));

        assertThat(Arrays.stream(Topic.values()).map(Topic::topicName)).containsAll(addresses);
        assertThat(events()).containsExactlyInAnyOrderElementsOf(messages);
    }

    private static JsonSchema compiled(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
}
