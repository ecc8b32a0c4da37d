package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The conflicts one run has found; what was found twice counts once. Without a lease nothing is written. */
final class ConflictReport {

    static final String CONFLICTS = "migration_conflicts";
    private static final int AT_ONCE = 1000;

    private final String migration;
    private final MongoCollection<Document> conflicts;
    private final @Nullable Lease lease;
    private final long run;
    /** Of a run that writes nothing: class of each conflict, by its key. */
    private final Map<String, String> kindById = new HashMap<>();

    private final List<Document> found = new ArrayList<>();

    ConflictReport(Databases databases, String migration, @Nullable Lease lease, long run) {
        this.migration = migration;
        this.conflicts = databases.own(CONFLICTS);
        this.lease = lease;
        this.run = run;
    }

    /** As if this one, which writes nothing, went on with that run. */
    void takeOver(long earlier) {
        of(earlier).forEach(conflict -> kindById.put(conflict.getString("_id"), conflict.getString("kind")));
    }

    /** By class. */
    SortedMap<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        if (lease == null) {
            kindById.values().forEach(kind -> counts.merge(kind, 1L, Long::sum));
        } else {
            of(run).forEach(conflict -> counts.merge(conflict.getString("kind"), 1L, Long::sum));
        }
        return counts;
    }

    private Iterable<Document> of(long byRun) {
        return conflicts
                .find(and(eq("migration", migration), eq("run", byRun)))
                .batchSize(AT_ONCE)
                .projection(Projections.include("kind"));
    }

    /** What an earlier run has found is not what this one finds; until this one is through it is all there is. */
    void forgetEarlier() {
        if (lease != null) {
            lease.check();
            conflicts.deleteMany(and(eq("migration", migration), ne("run", run)));
        }
    }

    /** Of one class: it is looked for anew. */
    void forget(String kind) {
        kindById.values().removeIf(kind::equals);
        if (lease != null) {
            lease.check();
            conflicts.deleteMany(and(eq("migration", migration), eq("kind", kind)));
        }
    }

    /** Of documents that could be filled in after all, since this run was interrupted. */
    void settled(List<String> subjects) {
        if (lease != null) {
            lease.check();
            conflicts.deleteMany(and(
                    eq("migration", migration),
                    eq("run", run),
                    in("subject", subjects.stream().map(Conflict::shown).toList())));
        }
    }

    void report(Conflict conflict) {
        var document = conflict.toDocument(migration).append("run", run);
        if (lease == null) {
            kindById.put(document.getString("_id"), conflict.kind());
        } else {
            found.add(document);
        }
    }

    void flush() {
        if (lease != null && !found.isEmpty()) {
            lease.check();
            DuplicateKeys.put(conflicts, found);
        }
        found.clear();
    }
}
