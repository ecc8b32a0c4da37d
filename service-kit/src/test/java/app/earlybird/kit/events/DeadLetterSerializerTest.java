package app.earlybird.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("T-74")
class DeadLetterSerializerTest {

    private static final int TOPIC_LIMIT = 1_048_588;

    private final DeadLetterSerializer values = new DeadLetterSerializer();
    private final DeadLetterSerializer keys = new DeadLetterSerializer();

    @Test
    void what_fits_is_kept_whole() {
        var value = new byte[500_000];
        var headers = position();

        assertThat(values.serialize("dlt", headers, value)).isSameAs(value);
        assertThat(headers).hasSize(3);
        assertThat(values.serialize("dlt", headers, null)).isNull();
    }

    @Test
    void what_does_not_fit_is_cut_and_says_how_long_it_was() {
        var headers = position();

        var cut = values.serialize("dlt", headers, new byte[3_000_000]);

        assertThat(cut).hasSizeLessThan(TOPIC_LIMIT);
        assertThat(text(headers, DeadLetterSerializer.CUT)).isEqualTo("3000000");
        assertThat(text(headers, "dead-letter-offset")).isEqualTo("42");
    }

    @Test
    void key_headers_and_value_fit_together_whatever_their_size() {
        keys.configure(Map.of(), true);
        var headers = position();
        for (int i = 0; i < 20_000; i++) {
            headers.add("header-" + i, new byte[100]);
        }
        headers.add("long", new byte[2_000_000]);

        var key = keys.serialize("dlt", headers, "k".repeat(2_000_000));
        var value = values.serialize("dlt", headers, new byte[2_000_000]);

        var sizeOfHeaders = Arrays.stream(headers.toArray())
                .mapToInt(header -> header.key().length() + header.value().length)
                .sum();
        assertThat(key).hasSizeLessThan(TOPIC_LIMIT / 3);
        assertThat(value).hasSizeLessThan(TOPIC_LIMIT - TOPIC_LIMIT / 3);
        assertThat(sizeOfHeaders).isLessThan(1000);
        assertThat(text(headers, "dead-letter-topic")).isEqualTo("t");
        assertThat(text(headers, "dead-letter-reason")).isEqualTo("why");
    }

    private static Headers position() {
        return new RecordHeaders()
                .add("dead-letter-topic", bytes("t"))
                .add("dead-letter-offset", bytes("42"))
                .add("dead-letter-reason", bytes("why"));
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
