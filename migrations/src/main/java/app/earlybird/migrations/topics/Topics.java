package app.earlybird.migrations.topics;

import app.earlybird.contracts.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Makes the topics what {@link Topic} says: creates those that are missing and sets what differs; never deletes. */
public final class Topics {

    /** What was done, by topic name. */
    public record Applied(List<String> created, List<String> changed) {}

    private static final int TIMEOUT_SECONDS = 30;

    private final String bootstrapServers;
    private final short replication;

    public Topics(String bootstrapServers, short replication) {
        this.bootstrapServers = bootstrapServers;
        this.replication = replication;
    }

    /** Second time a no-op. */
    public Applied apply() throws ExecutionException, InterruptedException, TimeoutException {
        var config = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_SECONDS * 1000);
        try (var admin = Admin.create(config)) {
            var present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            var missing =
                    wanted().filter(topic -> !present.contains(topic.name())).toList();
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            var created = missing.stream().map(NewTopic::name).toList();
            return new Applied(created, alter(admin, created));
        }
    }

    private Stream<NewTopic> wanted() {
        return Arrays.stream(Topic.values()).flatMap(this::withDeadLetters);
    }

    private Stream<NewTopic> withDeadLetters(Topic topic) {
        var deadLetters = topic.deadLetterTopics().stream()
                .map(name -> newTopic(name, Map.of("cleanup.policy", "delete", "retention.ms", "-1")));
        return Stream.concat(Stream.of(newTopic(topic.topicName(), topic.settings())), deadLetters);
    }

    private NewTopic newTopic(String name, Map<String, String> settings) {
        return new NewTopic(name, Topic.PARTITIONS, replication).configs(settings);
    }

    private List<String> alter(Admin admin, List<String> created)
            throws ExecutionException, InterruptedException, TimeoutException {
        var changed = new ArrayList<String>();
        for (var topic : wanted().filter(each -> !created.contains(each.name())).toList()) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            var differing = differing(admin, topic, resource);
            if (!differing.isEmpty()) {
                var changes = Map.of(resource, differing);
                admin.incrementalAlterConfigs(changes).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                changed.add(topic.name());
            }
        }
        return changed;
    }

    private static Collection<AlterConfigOp> differing(Admin admin, NewTopic topic, ConfigResource resource)
            throws ExecutionException, InterruptedException, TimeoutException {
        var current = admin.describeConfigs(List.of(resource))
                .all()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .getOrDefault(resource, new Config(List.of()));
        return topic.configs().entrySet().stream()
                .filter(wish -> !wish.getValue().equals(valueOf(current.get(wish.getKey()))))
                .map(wish -> new ConfigEntry(wish.getKey(), wish.getValue()))
                .map(wish -> new AlterConfigOp(wish, AlterConfigOp.OpType.SET))
                .toList();
    }

    private static String valueOf(@Nullable ConfigEntry entry) {
        return entry == null ? "" : entry.value();
    }
}
