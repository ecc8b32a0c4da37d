package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.local.http.Api;
import app.earlybird.local.http.Poll;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.ServiceProcess;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * Ready is who can serve its API. Without a database nobody is ({@link DatabaseAwayIT}), without Kafka everybody
 * ({@link KafkaAwayIT}): the outbox buffers.
 */
class ReadinessIT {

    private static final String DEAD = Topic.ORDER.deadLetterTopics().getFirst();
    private static final Duration COMMAND = Duration.ofSeconds(40);

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    @Test
    void a_service_without_its_indexes_is_not_ready_and_names_them() {
        try (var client = MongoClients.create(suite.stack().mongo().uri())) {
            var orders = client.getDatabase("earlybird_order").getCollection("orders");
            orders.dropIndex("outbox_since_1");
            suite.instances(ServiceName.ORDER).forEach(service -> awaitReason(service, "orders.outbox_since_1"));
            assertThat(suite.instances(ServiceName.DELIVERY)).allMatch(ServiceProcess::isReady);
            orders.createIndex(new Document("outbox_since", 1), new IndexOptions().sparse(true));
        }
        Poll.until(
                "ready again",
                RunningSuite.PATIENCE,
                () -> suite.instances(ServiceName.ORDER).stream().allMatch(ServiceProcess::isReady));
    }

    @Test
    void a_service_without_its_topics_is_not_ready_and_names_them_until_they_are_made() throws Exception {
        faults.kill(ServiceName.DELIVERY);
        try (var broker = Quiet.admin(suite)) {
            broker.deleteTopics(List.of(DEAD)).all().get();
        }
        faults.start(ServiceName.DELIVERY, Map.of());
        var service = suite.instances(ServiceName.DELIVERY).getFirst();
        awaitReason(service, DEAD);
        applyTopics();
        service.awaitReady();
        faults.restart(ServiceName.DELIVERY);
        Quiet.after(suite);
    }

    /** Nobody's token is called bad because auth-service comes later. */
    @Test
    void a_service_that_starts_before_auth_service_is_ready_and_asks_for_patience() {
        var admin = suite.admin();
        faults.kill(ServiceName.AUTH);
        faults.putBack(ServiceName.ORDER);
        var early = admin.get("/api/products");
        faults.restart(ServiceName.AUTH);

        assertThat(early.status()).isEqualTo(503);
        assertThat(early.text("code")).isEqualTo("keys_unavailable");
        assertThat(early.header("Retry-After")).isNotEmpty();
        Poll.until(
                "tokens are verified",
                RunningSuite.PATIENCE,
                () -> admin.get("/api/products").status() == 200);
    }

    private void applyTopics() {
        suite.stack().operations("schema", "apply").awaitSuccess(COMMAND);
    }

    private static void awaitReason(ServiceProcess service, String named) {
        Poll.until("not ready because of " + named, RunningSuite.PATIENCE, () -> {
            try {
                var answer = Api.at(service.managementUrl()).get("/q/health/ready");
                return answer.status() == 503 && answer.body().toString().contains(named);
            } catch (UncheckedIOException notUpYet) {
                return false;
            }
        });
    }
}
