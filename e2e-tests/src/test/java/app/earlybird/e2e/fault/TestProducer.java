package app.earlybird.e2e.fault;

import app.earlybird.e2e.RunningSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Somebody else who writes to the topics. */
final class TestProducer implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    TestProducer(RunningSuite suite) {
        this(suite, Map.of());
    }

    /** @param settings beside where the broker is */
    TestProducer(RunningSuite suite, Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, suite.stack().kafka().bootstrapServers());
        this.producer = new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    /** @param partition the key's own when null */
    void send(String topic, @Nullable Integer partition, String key, @Nullable String value, Iterable<Header> headers) {
        sent.add(producer.send(new ProducerRecord<>(topic, partition, key, value, headers)));
    }

    /** Fails unless the broker has taken everything. */
    void mustArrive() {
        producer.flush();
        try {
            for (var each : sent) {
                each.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }
}
