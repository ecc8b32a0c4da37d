package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far one run of one migration is; with a lease it is kept after every batch, without one nothing is written. */
final class Journal {

    static final String CONFLICTS = "migration_conflicts";
    private static final int AT_ONCE = 1000;

    private final String migration;
    private final Ledger ledger;
    private final MongoCollection<Document> conflicts;
    private final @Nullable Lease lease;
    private final long run;
    /** Of a run that writes nothing: class of each conflict, by its key. */
    private final Map<String, String> told = new HashMap<>();

    private final Set<String> done;
    private final Counters counters;
    private final List<Document> found = new ArrayList<>();
    private @Nullable String step;
    private @Nullable Object last;
    private @Nullable Object latest;

    /** Of a run that writes nothing; it foretells the whole of one that was interrupted. */
    static Journal dry(Databases databases, Ledger ledger, Migration migration) {
        var interrupted = ledger.find(migration.id()).filter(entry -> entry.state() == State.RUNNING);
        var progress = interrupted.map(Entry::progress).orElse(Checkpoint.of(null));
        var journal = new Journal(databases, ledger, migration.id(), null, 0, progress);
        interrupted.ifPresent(entry -> journal.found(entry.run())
                .forEach(conflict -> journal.told.put(conflict.getString("_id"), conflict.getString("kind"))));
        return journal;
    }

    static Journal of(Databases databases, Ledger ledger, Entry entry, Lease lease) {
        return new Journal(databases, ledger, entry.id(), lease, entry.run(), entry.progress());
    }

    private Journal(
            Databases databases, Ledger ledger, String migration, @Nullable Lease lease, long run, Checkpoint from) {
        this.migration = migration;
        this.run = run;
        this.ledger = ledger;
        this.conflicts = databases.own(CONFLICTS);
        this.lease = lease;
        this.done = new HashSet<>(from.done());
        this.counters = from.counters();
        this.step = from.step();
        this.last = from.last();
        this.latest = from.last();
    }

    String name() {
        return migration;
    }

    long run() {
        return run;
    }

    boolean isDry() {
        return lease == null;
    }

    Counters counters() {
        return counters;
    }

    /** Fails when the lease is gone. */
    void check() {
        if (lease != null) {
            lease.check();
        }
    }

    boolean isDone(String name) {
        return done.contains(name);
    }

    @Nullable Object position(String name) {
        return name.equals(step) ? last : null;
    }

    /** {@code _id} of the last document that was settled in any step; null when there was none. */
    @Nullable Object latest() {
        return latest;
    }

    /** By class; what was found twice counts once. */
    SortedMap<String, Long> conflicts() {
        var counts = new TreeMap<String, Long>();
        if (isDry()) {
            told.values().forEach(kind -> counts.merge(kind, 1L, Long::sum));
        } else {
            found(run).forEach(conflict -> counts.merge(conflict.getString("kind"), 1L, Long::sum));
        }
        return counts;
    }

    private Iterable<Document> found(long byRun) {
        return conflicts
                .find(and(eq("migration", migration), eq("run", byRun)))
                .batchSize(AT_ONCE)
                .projection(Projections.include("kind"));
    }

    /** What an earlier run has found is not what this one finds; until this one is through it is all there is. */
    void forgetEarlier() {
        if (!isDry()) {
            check();
            conflicts.deleteMany(and(eq("migration", migration), ne("run", run)));
        }
    }

    /** Of one class: it is looked for anew. */
    void forget(String kind) {
        told.values().removeIf(kind::equals);
        if (!isDry()) {
            check();
            conflicts.deleteMany(and(eq("migration", migration), eq("kind", kind)));
        }
    }

    void report(Conflict conflict) {
        var document = conflict.toDocument(migration).append("run", run);
        if (isDry()) {
            told.put(document.getString("_id"), conflict.kind());
        } else {
            found.add(document);
        }
    }

    void flush() {
        if (!isDry() && !found.isEmpty()) {
            check();
            DuplicateKeys.put(conflicts, found);
        }
        found.clear();
    }

    void save(String name, Object position) {
        step = name;
        last = position;
        latest = position;
        keep();
    }

    void done(String name) {
        done.add(name);
        step = null;
        last = null;
        keep();
    }

    /** What was found and counted so far. */
    void keep() {
        flush();
        if (!isDry()) {
            ledger.save(migration, Objects.requireNonNull(lease), new Checkpoint(done, step, last, counters));
        }
    }
}
