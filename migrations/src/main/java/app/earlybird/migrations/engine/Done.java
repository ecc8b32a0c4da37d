package app.earlybird.migrations.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, or would do, with one migration.
 *
 * @param indexes created, dropped or to be created, as {@code owner.collection.index}
 * @param counters by name: scanned, updated, already_ok, ...
 * @param conflicts by class
 * @param samples up to five documents it fills in
 * @param resumedFrom the document an interrupted run had come to
 * @param checkpoint the last document that was settled
 */
public record Done(
        Status status,
        List<String> indexes,
        Map<String, Long> counters,
        SortedMap<String, Long> conflicts,
        List<String> samples,
        long durationMillis,
        @Nullable String resumedFrom,
        @Nullable String checkpoint) {

    Done withIndexes(List<String> others) {
        return new Done(status, others, counters, conflicts, samples, durationMillis, resumedFrom, checkpoint);
    }

    /** How many documents what is known was enough for, also where somebody else was faster. */
    public long matched() {
        return counters.getOrDefault("updated", 0L) + conflicts.getOrDefault(MigrationContext.CHANGED_MEANWHILE, 0L);
    }

    /** Whether `up` would stop here until something is repaired. */
    public boolean isBlocked() {
        return conflicts.keySet().stream().anyMatch(BLOCKING::contains);
    }

    private static final Set<String> BLOCKING = Set.of("duplicate_id", "duplicate_link", "duplicate_delivery");
}
