package app.earlybird.migrations.engine;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** What was seen and done, by name. */
public final class Counters {

    private final SortedMap<String, Long> counts = new TreeMap<>();
    private boolean again;

    static Counters of(Document saved) {
        var counters = new Counters();
        saved.forEach((name, count) -> counters.add(name, ((Number) count).longValue()));
        return counters;
    }

    /** What was found, not done: documents that are looked at once more are not counted once more. */
    public void see(String name, long more) {
        if (!again) {
            add(name, more);
        }
    }

    boolean isAgain() {
        return again;
    }

    void again(boolean looksOnceMore) {
        again = looksOnceMore;
    }

    public void add(String name, long more) {
        if (more != 0) {
            counts.merge(name, more, Long::sum);
        }
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
