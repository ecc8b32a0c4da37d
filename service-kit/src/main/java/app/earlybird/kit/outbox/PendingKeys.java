package app.earlybird.kit.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Aggregates known to have events to publish, each once, oldest first. Bounded: the sweep finds what did not fit. */
final class PendingKeys {

    private static final int LIMIT = 50_000;

    private final LinkedHashMap<String, Instant> since = new LinkedHashMap<>();

    synchronized void add(String key, Instant now) {
        if (since.size() < LIMIT) {
            since.putIfAbsent(key, now);
        }
    }

    /** The batch leaves the queue; whoever could not publish it requeues it with its old times. */
    synchronized Map<String, Instant> take(int most) {
        var batch = new LinkedHashMap<String, Instant>();
        var oldest = since.entrySet().iterator();
        while (oldest.hasNext() && batch.size() < most) {
            var entry = oldest.next();
            batch.put(entry.getKey(), entry.getValue());
            oldest.remove();
        }
        return batch;
    }

    /** At the end, so that one aggregate that cannot be published does not hold up the others. */
    synchronized void requeue(Map<String, Instant> batch) {
        batch.forEach((key, time) -> since.merge(key, time, (mine, old) -> mine.isBefore(old) ? mine : old));
    }

    synchronized boolean isEmpty() {
        return since.isEmpty();
    }

    synchronized int size() {
        return since.size();
    }

    synchronized Duration oldestAge(Instant now) {
        return since.values().stream()
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }
}
