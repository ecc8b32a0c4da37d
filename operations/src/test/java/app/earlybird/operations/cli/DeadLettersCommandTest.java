package app.earlybird.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersCommandTest {

    private static final String DEAD_LETTERS = Topic.Name.ORDER + ".delivery-service.dlt";

    private final String key = "order-" + UUID.randomUUID();
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void deadLetter() throws Exception {
        assertThat(terminal.run(
                        "schema",
                        "apply",
                        "--uri",
                        Terminal.mongodbUri(),
                        "--database",
                        "dead_letters",
                        "--bootstrap-servers",
                        Terminal.kafka()))
                .isZero();
        var record = new ProducerRecord<>(DEAD_LETTERS, key, "{\"name\":\"Asha\"}");
        record.headers()
                .add("ce_id", bytes("e-" + key))
                .add("ce_type", bytes("com.earlybird.OrderCreated.v1"))
                .add("dead-letter-topic", bytes(Topic.Name.ORDER))
                .add("dead-letter-reason", bytes("data lacks lines"));
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Terminal.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        }
    }

    @Test
    void list_names_it_and_never_shows_its_data() {
        assertThat(dlt("list")).isZero();
        assertThat(terminal.text()).contains(key, "data lacks lines").doesNotContain("Asha");
        assertThat(dlt("list", "--json")).isZero();
        assertThat(terminal.json().path("items").findValuesAsText("key")).contains(key);
    }

    @Test
    void show_has_its_headers_and_its_data_only_when_asked() {
        assertThat(dlt("show", position(), "--json")).isZero();
        assertThat(terminal.json().at("/headers/ce_id").asText()).isEqualTo("e-" + key);
        assertThat(terminal.text()).doesNotContain("Asha");

        assertThat(dlt("show", position(), "--data")).isZero();
        assertThat(terminal.text()).contains("Asha");

        assertThat(dlt("show", DEAD_LETTERS + ":0:999999")).isEqualTo(ExitCode.USAGE.code());
        assertThat(dlt("show", Topic.Name.ORDER + ":0:0")).isEqualTo(ExitCode.USAGE.code());
        assertThat(dlt("show", "nonsense")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void redrive_needs_to_know_which_and_sends_each_once() {
        assertThat(dlt("redrive")).isEqualTo(ExitCode.USAGE.code());
        assertThat(dlt("redrive", "--all", "--dry-run")).isZero();
        assertThat(terminal.text()).contains(key, "would be redriven");

        assertThat(dlt("redrive", "--all")).isZero();
        assertThat(terminal.text()).contains(key);
        assertThat(dlt("list")).isZero();
        assertThat(terminal.text()).doesNotContain(key);
    }

    private String position() {
        dlt("list", "--json");
        for (var item : terminal.json().path("items")) {
            if (item.path("key").asText().equals(key)) {
                return item.path("position").asText();
            }
        }
        throw new AssertionError("not listed: " + key);
    }

    private int dlt(String... arguments) {
        var all = new ArrayList<>(List.of("events", "dlt"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", Terminal.kafka()));
        return terminal.run(all.toArray(String[]::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
