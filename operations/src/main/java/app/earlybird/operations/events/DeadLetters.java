package app.earlybird.operations.events;

import app.earlybird.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The dead letters of the suite. A consumer group of its own remembers up to which position they were redriven, so that
 * each is listed and redriven once; a second time would do no harm, because consumers are idempotent.
 */
public final class DeadLetters {

    private static final String GROUP = "earlybird-dead-letters";
    private static final int POSITION_PARTS = 3;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String bootstrapServers;

    public DeadLetters(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Those that were not redriven yet, oldest first within a partition. */
    public List<DeadLetter> waiting() {
        try (var consumer = consumer()) {
            return read(consumer);
        }
    }

    /** One by its position, also when it was redriven. */
    public Optional<DeadLetter> find(String position) {
        var parts = position.split(":", -1);
        if (parts.length != POSITION_PARTS || !parts[1].matches("\\d{1,9}") || !parts[2].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var partition = new TopicPartition(parts[0], Integer.parseInt(parts[1]));
        var offset = Long.parseLong(parts[2]);
        try (var consumer = consumer()) {
            if (deadLetterPartitions(consumer).noneMatch(partition::equals)
                    || offset >= consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L)) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            return consumer.poll(PATIENCE).records(partition).stream()
                    .filter(record -> record.offset() == offset)
                    .findFirst()
                    .map(DeadLetter::new);
        }
    }

    /** Sends every whole one that waits back to its topic and remembers that; returns what was sent. */
    public List<DeadLetter> redriveAll() throws ExecutionException, InterruptedException {
        try (var consumer = consumer();
                var producer = producer()) {
            var sent = new ArrayList<DeadLetter>();
            for (var letter : read(consumer)) {
                if (!letter.isCut()) {
                    producer.send(letter.original()).get();
                    sent.add(letter);
                }
                remember(consumer, letter);
            }
            return sent;
        }
    }

    /** Sends one back, by its position; it stays in the list, because those before it may not be redriven yet. */
    public List<DeadLetter> redrive(String position) throws ExecutionException, InterruptedException {
        try (var producer = producer()) {
            var letters = waiting().stream()
                    .filter(letter -> letter.position().equals(position))
                    .toList();
            for (var letter : letters) {
                producer.send(letter.original()).get();
            }
            return letters;
        }
    }

    private static void remember(KafkaConsumer<byte[], byte[]> consumer, DeadLetter letter) {
        var record = letter.record();
        var partition = new TopicPartition(record.topic(), record.partition());
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
    }

    private static List<DeadLetter> read(KafkaConsumer<byte[], byte[]> consumer) {
        var partitions = deadLetterPartitions(consumer).toList();
        consumer.assign(partitions);
        var ends = new HashMap<>(consumer.endOffsets(partitions));
        var found = new ArrayList<DeadLetter>();
        while (partitions.stream().anyMatch(each -> consumer.position(each, PATIENCE) < ends.getOrDefault(each, 0L))) {
            consumer.poll(POLL).forEach(record -> found.add(new DeadLetter(record)));
        }
        return found;
    }

    private static Stream<TopicPartition> deadLetterPartitions(KafkaConsumer<byte[], byte[]> consumer) {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.deadLetterTopics().stream())
                .flatMap(topic -> partitions(consumer, topic));
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic, PATIENCE).stream()
                .map(each -> new TopicPartition(topic, each.partition()));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var config = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var config = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
