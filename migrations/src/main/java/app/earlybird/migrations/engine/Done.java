package app.earlybird.migrations.engine;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, or would do, with one migration.
 *
 * @param indexes created, dropped or to be created, as {@code owner.collection.index}
 * @param counters by name: scanned, updated, already_ok, ...
 * @param conflicts by class: what is left to people
 * @param samples up to five documents it fills in
 * @param resumedFrom the document an interrupted run had come to
 */
public record Done(
        Status status,
        List<String> indexes,
        Map<String, Long> counters,
        SortedMap<String, Long> conflicts,
        List<String> samples,
        long durationMillis,
        @Nullable String resumedFrom) {}
