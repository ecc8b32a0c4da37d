package app.earlybird.operations.schema;

import app.earlybird.contracts.Topic;
import app.earlybird.operations.schema.Schema.Changes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** The topics as {@link Topic} declares them: creates missing ones and corrects settings; never deletes. */
final class Topics {

    private static final int TIMEOUT_SECONDS = 30;

    private final String bootstrapServers;
    private final short replication;

    Topics(String bootstrapServers, short replication) {
        this.bootstrapServers = bootstrapServers;
        this.replication = replication;
    }

    Changes status() throws ExecutionException, InterruptedException, TimeoutException {
        try (var admin = admin()) {
            return new Changes(names(missing(admin)), names(differing(admin).keySet()));
        }
    }

    Changes apply() throws ExecutionException, InterruptedException, TimeoutException {
        try (var admin = admin()) {
            var missing = missing(admin);
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            var differing = differing(admin);
            admin.incrementalAlterConfigs(differing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return new Changes(names(missing), names(differing.keySet()));
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_SECONDS * 1000));
    }

    private List<NewTopic> missing(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        var present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return declared().filter(topic -> !present.contains(topic.name())).toList();
    }

    /** Settings to change, by topic; of topics that exist. */
    private Map<ConfigResource, Collection<AlterConfigOp>> differing(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        var present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        var topics = declared()
                .filter(topic -> present.contains(topic.name()))
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), NewTopic::configs));
        var current = admin.describeConfigs(topics.keySet()).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        var differing = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        topics.forEach((topic, wanted) -> {
            var changes = changes(wanted, current.getOrDefault(topic, new Config(List.of())));
            if (!changes.isEmpty()) {
                differing.put(topic, changes);
            }
        });
        return differing;
    }

    private static List<AlterConfigOp> changes(Map<String, String> wanted, Config current) {
        return wanted.entrySet().stream()
                .filter(setting -> !setting.getValue().equals(valueOf(current.get(setting.getKey()))))
                .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                .map(setting -> new AlterConfigOp(setting, AlterConfigOp.OpType.SET))
                .toList();
    }

    private static String valueOf(@Nullable ConfigEntry entry) {
        return entry == null ? "" : entry.value();
    }

    private Stream<NewTopic> declared() {
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

    private static List<String> names(List<NewTopic> topics) {
        return topics.stream().map(topic -> "topic " + topic.name()).sorted().toList();
    }

    private static List<String> names(Set<ConfigResource> topics) {
        return topics.stream().map(topic -> "topic " + topic.name()).sorted().toList();
    }
}
