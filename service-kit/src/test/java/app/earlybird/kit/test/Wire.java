package app.earlybird.kit.test;

import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.events.CloudEventHeaders;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.local.http.TopicReader;
import app.earlybird.local.test.SuiteInfrastructure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics as a test sees them: puts events of other services there, and reads what came out. */
public final class Wire {

    private Wire() {}

    /** An event as its producer would send it. */
    public static void send(String topic, String name, String key, long sequence, @Nullable String data) {
        var event = new StoredEvent(
                Ids.next(),
                "com.earlybird." + name + ".v1",
                key,
                key,
                Instant.now(),
                sequence,
                "test",
                null,
                "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
                data);
        var headers = CloudEventHeaders.of(event, "/earlybird/test");
        send(new ProducerRecord<>(topic, null, key, data, headers));
    }

    /** Anything at all, to see what becomes of it. */
    public static void sendRaw(String topic, String key, @Nullable String value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    public static List<ConsumerRecord<String, String>> read(String topic, String key) {
        return new TopicReader(SuiteInfrastructure.kafka())
                .read(topic, Instant.EPOCH, record -> key.equals(record.key()));
    }

    /** Everything anybody has published about. */
    public static Set<String> keys(String topic) {
        return new TopicReader(SuiteInfrastructure.kafka())
                .read(topic, Instant.EPOCH, record -> true).stream()
                        .map(ConsumerRecord::key)
                        .collect(Collectors.toSet());
    }

    /** The types of what was published under this key, in order, without prefix and version. */
    public static List<String> types(String topic, String key) {
        return read(topic, key).stream()
                .map(record -> TopicReader.header(record, "ce_type"))
                .map(type -> type.replaceFirst("com\\.earlybird\\.(\\w+)\\.v1", "$1"))
                .toList();
    }

    private static void send(ProducerRecord<String, String> record) {
        try {
            Producer.OF_THIS_RUN.send(record).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Made when first needed, ended with the JVM. */
    private static final class Producer {
        static final KafkaProducer<String, String> OF_THIS_RUN = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SuiteInfrastructure.kafka()),
                new StringSerializer(),
                new StringSerializer());
    }
}
