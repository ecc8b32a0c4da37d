package app.earlybird.e2e.audit;

import app.earlybird.local.http.TopicReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one topic holds, by key; what was published twice under one id counts once, as it does for a consumer. */
public final class Published {

    /** One event, its type without prefix and version. */
    public record Event(String id, String type, long sequence, JsonNode data) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, LinkedHashMap<String, Event>> byKey = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private long records;

    private Published() {}

    /** Without the poison that tests put there, whose keys say so. */
    public static Published in(TopicReader reader, String topic) {
        var published = new Published();
        reader.read(topic, Instant.EPOCH, record -> isOurs(record.key())).forEach(published::add);
        return published;
    }

    public Set<String> keys() {
        return byKey.keySet();
    }

    /** In the order a consumer first sees them. */
    public List<Event> of(String key) {
        return List.copyOf(byKey.getOrDefault(key, new LinkedHashMap<>()).values());
    }

    public List<String> types(String key) {
        return of(key).stream().map(Event::type).toList();
    }

    /** Records beyond the first of each event. */
    public long duplicatesOnTheWire() {
        return records - byKey.values().stream().mapToLong(Map::size).sum();
    }

    List<String> values() {
        return values;
    }

    private void add(ConsumerRecord<String, String> record) {
        if (record.value() == null) {
            return;
        }
        var type = TopicReader.header(record, "ce_type").replaceFirst("com\\.earlybird\\.(\\w+)\\.v1", "$1");
        var event = new Event(
                TopicReader.header(record, "ce_id"),
                type,
                Long.parseLong(TopicReader.header(record, "ce_sequence")),
                tree(record.value()));
        byKey.computeIfAbsent(record.key(), key -> new LinkedHashMap<>()).putIfAbsent(event.id(), event);
        values.add(record.headers() + record.value());
        records++;
    }

    private static boolean isOurs(String key) {
        return key != null && !key.startsWith("poison-");
    }

    private static JsonNode tree(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
