package app.earlybird.operations.events;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** One event that a consumer could not handle, with the original bytes and key. */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    private static final String ADDED = "dead-letter-";
    /** The bytes it had, when it was cut; kept in step with the services' DeadLetterSerializer. */
    private static final String CUT = ADDED + "cut-from";

    /** {@code topic:partition:offset}. */
    public String position() {
        return record.topic() + ":" + record.partition() + ":" + record.offset();
    }

    public String key() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    public String eventId() {
        return header("ce_id");
    }

    public String type() {
        return header("ce_type");
    }

    /** Never quotes the data. */
    public String reason() {
        return header(ADDED + "reason");
    }

    public String originalTopic() {
        return header(ADDED + "topic");
    }

    /** Only the beginning of the event: it was too large for the topic of dead letters. */
    public boolean isCut() {
        return !header(CUT).isEmpty();
    }

    /** Where the whole event is, as {@link #position} has it. */
    public String originalPosition() {
        return originalTopic() + ":" + header(ADDED + "partition") + ":" + header(ADDED + "offset");
    }

    /** Bytes of the value. */
    public int size() {
        return record.value() == null ? 0 : record.value().length;
    }

    /** The value as text; may be personal. */
    public String data() {
        return record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
    }

    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), header(header.key())));
        return headers;
    }

    /** As it was consumed: same key, same bytes, same {@code ce_id}. */
    ProducerRecord<byte[], byte[]> original() {
        var headers = new RecordHeaders();
        record.headers().forEach(header -> {
            if (!header.key().startsWith(ADDED)) {
                headers.add(header);
            }
        });
        return new ProducerRecord<>(originalTopic(), null, record.key(), record.value(), headers);
    }

    private String header(String name) {
        Headers headers = record.headers();
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
