package app.earlybird.kit.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Key and value of a dead letter, cut to what its topic takes: a record that came compressed may be larger than any topic. A
 * header says how many bytes it had; the original is where the headers of the dead letter say.
 */
public class DeadLetterSerializer implements Serializer<Object> {

    /** Bytes of the value before it was cut. */
    public static final String CUT = "dead-letter-cut-from";

    /** Below the megabyte of a topic, with room for what the connector adds. */
    private static final int MOST = 900_000;

    private static final int MOST_OF_HEADERS = 200_000;
    private static final int MOST_OF_KEY = 50_000;
    private static final int MOST_OF_ONE_HEADER = 1_000;

    private static final List<String> OF_CONNECTOR = List.of(
            "dead-letter-reason",
            "dead-letter-cause",
            "dead-letter-exception-class-name",
            "dead-letter-cause-class-name",
            "dead-letter-topic",
            "dead-letter-partition",
            "dead-letter-offset");

    private boolean key;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        this.key = isKey;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object data) {
        return data == null ? null : bytes(data);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable Object data) {
        if (data == null) {
            return null;
        }
        var whole = bytes(data);
        if (key) {
            return Arrays.copyOf(whole, Math.min(whole.length, MOST_OF_KEY));
        }
        if (sizeOf(headers) > MOST_OF_HEADERS) {
            cut(headers);
        }
        if (whole.length <= MOST - MOST_OF_HEADERS - MOST_OF_KEY) {
            return whole;
        }
        headers.add(CUT, Integer.toString(whole.length).getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(whole, MOST - MOST_OF_HEADERS - MOST_OF_KEY);
    }

    private static byte[] bytes(Object data) {
        return data instanceof byte[] bytes ? bytes : data.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long sizeOf(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .mapToLong(header -> header.key().length() + (header.value() == null ? 0L : header.value().length))
                .sum();
    }

    /** What the connector says of it stays: why, and where the original is. */
    private static void cut(Headers headers) {
        var kept = OF_CONNECTOR.stream()
                .map(headers::lastHeader)
                .filter(Objects::nonNull)
                .toList();
        Arrays.stream(headers.toArray()).map(Header::key).forEach(headers::remove);
        kept.forEach(header -> headers.add(header.key(), beginOf(header.value())));
    }

    private static byte @Nullable [] beginOf(byte @Nullable [] value) {
        return value == null || value.length <= MOST_OF_ONE_HEADER ? value : Arrays.copyOf(value, MOST_OF_ONE_HEADER);
    }
}
