package app.earlybird.migrations.engine;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** What was seen and done, by name. */
public final class Counters {

    private final SortedMap<String, Long> counts = new TreeMap<>();

    static Counters of(Document saved) {
        var counters = new Counters();
        saved.forEach((name, count) -> counters.add(name, ((Number) count).longValue()));
        return counters;
    }

    public void add(String name, long more) {
        if (more != 0) {
            counts.merge(name, more, Long::sum);
        }
    }

    public long get(String name) {
        return counts.getOrDefault(name, 0L);
    }

    public Map<String, Long> all() {
        return Map.copyOf(counts);
    }

    Document toDocument() {
        var document = new Document();
        document.putAll(counts);
        return document;
    }
}
