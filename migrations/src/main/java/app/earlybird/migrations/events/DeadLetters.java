package app.earlybird.migrations.events;

import app.earlybird.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * The dead letters of the suite. What was redriven is remembered as the position of a consumer group of its own, so that
 * it is shown and redriven once; sending it a second time would be harmless, because consumers keep a guard.
 */
public final class DeadLetters {

    private static final String GROUP = "earlybird-dead-letters";
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

    /** Sends every waiting one back to its topic and remembers that; returns what was sent. */
    public List<DeadLetter> redriveAll() throws ExecutionException, InterruptedException {
        try (var consumer = consumer();
                var producer = producer()) {
            var letters = read(consumer);
            for (var letter : letters) {
                producer.send(letter.original()).get();
                remember(consumer, letter);
            }
            return letters;
        }
    }

    /** Sends one back, by its position; it stays in the list, because those before it may still wait. */
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
        var partitions = Arrays.stream(Topic.values())
                .flatMap(topic -> topic.deadLetterTopics().stream())
                .flatMap(topic -> partitions(consumer, topic))
                .toList();
        consumer.assign(partitions);
        var ends = new HashMap<>(consumer.endOffsets(partitions));
        var found = new ArrayList<DeadLetter>();
        while (partitions.stream().anyMatch(each -> consumer.position(each, PATIENCE) < ends.getOrDefault(each, 0L))) {
            consumer.poll(POLL).forEach(record -> found.add(new DeadLetter(record)));
        }
        return found;
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
