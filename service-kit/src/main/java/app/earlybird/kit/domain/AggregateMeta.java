package app.earlybird.kit.domain;

import java.util.HashMap;
import java.util.Map;

/**
 * What the store counts of an aggregate. The store writes it; a decision changes {@code applied} only.
 *
 * @param version of the stored document, 0 while it has none; a write succeeds only for the reader of the newest
 * @param eventSequence number of its newest event
 * @param applied by source: the sequence of the newest event from there that this aggregate has taken in
 */
public record AggregateMeta(long version, long eventSequence, Map<String, Long> applied) {

    public static final AggregateMeta NEW = new AggregateMeta(0, 0, Map.of());

    public AggregateMeta {
        applied = Map.copyOf(applied);
    }

    /** Of an aggregate that begins with an event from there. */
    public static AggregateMeta newFrom(String source, long sequence) {
        return NEW.with(source, sequence);
    }

    /** 0 when nothing from there was taken in. */
    public long applied(String source) {
        return applied.getOrDefault(source, 0L);
    }

    /** Whether this event, or a newer one from there, was taken in before. */
    public boolean hasApplied(String source, long sequence) {
        return applied(source) >= sequence;
    }

    public AggregateMeta with(String source, long sequence) {
        var all = new HashMap<>(applied);
        all.put(source, sequence);
        return new AggregateMeta(version, eventSequence, all);
    }

    /** As it is after one more write, with so many events. */
    public AggregateMeta afterWrite(int events) {
        return new AggregateMeta(version + 1, eventSequence + events, applied);
    }
}
