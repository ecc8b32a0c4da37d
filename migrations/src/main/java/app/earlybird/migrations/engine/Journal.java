package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far one run of one migration is; with a lease it is kept after every batch, without one nothing is written. */
final class Journal {

    static final String CONFLICT = "conflict:";
    static final String CONFLICTS = "migration_conflicts";

    private final String migration;
    private final Ledger ledger;
    private final MongoCollection<Document> conflicts;
    private final @Nullable Lease lease;
    private final Set<String> done;
    private final Counters counters;
    private final List<Document> found = new ArrayList<>();
    private @Nullable String step;
    private @Nullable Object last;
    private @Nullable Object latest;

    Journal(Databases databases, Ledger ledger, String migration, @Nullable Lease lease, Checkpoint from) {
        this.migration = migration;
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
            counters.all().forEach((name, count) -> {
                if (name.startsWith(CONFLICT)) {
                    counts.put(name.substring(CONFLICT.length()), count);
                }
            });
        } else {
            conflicts
                    .find(eq("migration", migration))
                    .projection(Projections.include("kind"))
                    .forEach(conflict -> counts.merge(conflict.getString("kind"), 1L, Long::sum));
        }
        return counts;
    }

    /** What an earlier, finished run has found is not what this one finds. */
    void forgetConflicts() {
        if (!isDry()) {
            check();
            conflicts.deleteMany(eq("migration", migration));
        }
    }

    void report(Conflict conflict) {
        found.add(conflict.toDocument(migration));
        counters.add(CONFLICT + conflict.kind(), 1);
    }

    void flush() {
        if (!isDry()) {
            check();
            DuplicateKeys.insertMissing(conflicts, found);
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

    private void keep() {
        flush();
        if (!isDry()) {
            ledger.save(migration, Objects.requireNonNull(lease), new Checkpoint(done, step, last, counters));
        }
    }
}
