package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.Suite;
import app.earlybird.local.stack.ServiceName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The customer topic is compacted: whoever comes late finds only the newest record of a customer, whatever its type. */
class CompactionIT {

    private static final Duration COMPACTED = Duration.ofMinutes(1);

    /** As small and as soon as the broker allows. */
    private static final Map<String, String> EAGER = Map.of(
            "segment.ms", "100",
            "min.compaction.lag.ms", "0",
            "min.cleanable.dirty.ratio", "0.01");

    /** Without a delivery boy: whether he is one, only auth-service knows. */
    private static final Map<String, String> HOUSEHOLD =
            Map.of("name", "Compacted", "phone", "98765 43210", "address", "12 MG Road", "area", "Indiranagar");

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    @AfterEach
    void asItWas() throws Exception {
        alter(OpType.DELETE, Map.of("segment.ms", "", "min.cleanable.dirty.ratio", ""));
        alter(OpType.SET, Topic.CUSTOMER.settings());
        faults.restart(ServiceName.AUTH);
    }

    @Test
    void a_login_is_made_although_customer_created_was_compacted_away() throws Exception {
        var admin = suite.admin();
        // customer-service has the keys from now on
        admin.get("/api/phase0-v2/customers?limit=1").mustBe(200);
        faults.kill(ServiceName.AUTH);
        var id = admin.post("/api/phase0-v2/customers", HOUSEHOLD).mustBe(201).text("id");
        alter(OpType.SET, EAGER);
        try (var producer = new TestProducer(suite)) {
            update(producer, id);
            Poll.until("CustomerCreated compacted away", COMPACTED, () -> {
                roll(producer);
                return suite.events(Topic.Name.CUSTOMER, id).size() == 1;
            });
        }
        faults.restart(ServiceName.AUTH);
        suite.awaitLogin(id);

        var login = suite.people()
                .tryLogIn(Suite.emailOf(id), Suite.DEFAULT_PASSWORD)
                .mustBe(200);
        assertThat(login.body().path("user").path("name").asText()).isEqualTo("Compacted, renamed");
    }

    /** The customer's next state, as customer-service would publish it. */
    private void update(TestProducer producer, String id) {
        Poll.until(
                "CustomerCreated",
                RunningSuite.PATIENCE,
                () -> !suite.events(Topic.Name.CUSTOMER, id).isEmpty());
        var created = suite.events(Topic.Name.CUSTOMER, id).getFirst();
        var headers = new RecordHeaders(created.headers().toArray());
        Map.of("ce_type", "com.earlybird.CustomerUpdated.v1", "ce_sequence", "2", "ce_id", "update-of-" + id)
                .forEach((name, value) -> headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8)));
        var data = created.value().replace("\"name\":\"Compacted\"", "\"name\":\"Compacted, renamed\"");
        producer.send(Topic.Name.CUSTOMER, created.partition(), id, data, headers);
        producer.mustArrive();
    }

    /** One more record in every partition: a segment is closed only when something is written behind it. */
    private static void roll(TestProducer producer) {
        IntStream.range(0, Topic.PARTITIONS)
                .forEach(partition -> producer.send(Topic.Name.CUSTOMER, partition, "poison-roll", null, List.of()));
        producer.mustArrive();
    }

    private void alter(OpType how, Map<String, String> settings) throws ExecutionException, InterruptedException {
        Collection<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), how))
                .toList();
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.Name.CUSTOMER);
        try (var broker = Quiet.admin(suite)) {
            broker.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
        }
    }
}
