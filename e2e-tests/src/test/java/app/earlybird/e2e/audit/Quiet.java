package app.earlybird.e2e.audit;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.local.http.Poll;
import app.earlybird.local.stack.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** I10: how long after the fault everything was as if there had been none, in milliseconds. */
public record Quiet(long ready, long outboxEmpty, long lagGone) {

    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration OUTBOX = Duration.ofMinutes(1);
    private static final Duration LAG = Duration.ofMinutes(2);
    /** Each look reads whole collections: more of them would hold up what is looked at. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Who reads what. */
    private static final Map<String, List<String>> GROUPS = Map.of(
            "auth-service", List.of(Topic.Name.CUSTOMER),
            "customer-service", List.of(Topic.Name.IDENTITY),
            "order-service", List.of(Topic.Name.CUSTOMER, Topic.Name.DELIVERY),
            "delivery-service", List.of(Topic.Name.ORDER));

    /** Fails when it takes longer than the bar. */
    public static Quiet after(RunningSuite suite) {
        return after(suite, OUTBOX);
    }

    /** @param outbox how long the backlog of this fault may take */
    public static Quiet after(RunningSuite suite, Duration outbox) {
        var begun = System.nanoTime();
        Poll.until("all ready", READY, () -> suite.stack().services().stream().allMatch(ServiceProcess::isReady));
        var ready = millisSince(begun);
        try (var stored = new Stored(suite.stack().mongo().uri())) {
            Poll.until("outboxes empty", outbox, PAUSE, () -> stored.backlog() == 0);
        }
        var empty = millisSince(begun);
        try (var admin = admin(suite)) {
            Poll.until("consumers have read everything", LAG, PAUSE, () -> lag(admin) == 0);
        }
        return new Quiet(ready, empty, millisSince(begun));
    }

    @Override
    public String toString() {
        return "ready after %d ms, outboxes empty after %d ms, consumers at the end after %d ms"
                .formatted(ready, outboxEmpty, lagGone);
    }

    public static Admin admin(RunningSuite suite) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                suite.stack().kafka().bootstrapServers()));
    }

    /** Records of the topic that the group has not committed. */
    public static long lag(Admin admin, String group, String topic) {
        var partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        try {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(
                            partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var known = committed.get(end.getKey());
                        return end.getValue().offset() - (known == null ? 0 : known.offset());
                    })
                    .sum();
        } catch (ExecutionException notNow) {
            return Long.MAX_VALUE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long lag(Admin admin) {
        return GROUPS.entrySet().stream()
                .flatMap(group -> group.getValue().stream().map(topic -> lag(admin, group.getKey(), topic)))
                .filter(lag -> lag > 0)
                .findFirst()
                .orElse(0L);
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
