package app.earlybird.kit.runtime;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.outbox.OwnCollections;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when every topic this service reads or writes is there; once all were seen it never asks again. A broker that
 * does not answer is no reason to be unready: the outbox buffers.
 */
@Readiness
@ApplicationScoped
class TopicReadiness implements AsyncHealthCheck {

    private static final Pattern TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\..*(\\.|-queue\\.)topic");
    private static final int PATIENCE_MILLIS = 1000;

    private final Set<String> wanted;
    private final Admin broker;
    private volatile boolean complete;

    TopicReadiness(Config config, OwnCollections collections) {
        var read = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> TOPIC.matcher(name).matches())
                .map(name -> config.getValue(name, String.class));
        var written = collections.withEvents().stream()
                .flatMap(collection -> collection.topic().stream())
                .map(Topic::topicName);
        this.wanted = Stream.concat(read, written).collect(Collectors.toUnmodifiableSet());
        this.broker = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.getValue("kafka.bootstrap.servers", String.class),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return complete
                ? Uni.createFrom().item(HealthCheckResponse.up("topics"))
                : present()
                        .map(this::answer)
                        .onFailure()
                        .recoverWithItem(away -> HealthCheckResponse.named("topics")
                                .withData("not checked", "the broker does not answer")
                                .up()
                                .build());
    }

    @PreDestroy
    void stop() {
        broker.close(Duration.ZERO);
    }

    private Uni<Set<String>> present() {
        return Uni.createFrom()
                .completionStage(() -> broker.listTopics(new ListTopicsOptions().timeoutMs(PATIENCE_MILLIS))
                        .names()
                        .toCompletionStage());
    }

    private HealthCheckResponse answer(Set<String> present) {
        var missing = wanted.stream().filter(topic -> !present.contains(topic)).sorted();
        var names = missing.collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            complete = true;
            stop();
            return HealthCheckResponse.up("topics");
        }
        return HealthCheckResponse.named("topics")
                .withData("missing topics, run operations schema apply", names)
                .down()
                .build();
    }
}
