package app.earlybird.migrations.engine;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One run of one migration; without a lease it writes nothing. */
final class Run {

    private final Migration migration;
    private final Databases databases;
    private final Ledger ledger;
    private final Settings settings;
    private final @Nullable Lease lease;
    private final Indexes indexes;
    private final long begun = System.nanoTime();

    Run(Migration migration, Databases databases, Ledger ledger, Settings settings, @Nullable Lease lease) {
        this.migration = migration;
        this.databases = databases;
        this.ledger = ledger;
        this.settings = settings;
        this.lease = lease;
        this.indexes = new Indexes(databases);
    }

    Done plan() {
        var journal = new Journal(databases, ledger, migration.id(), null, Checkpoint.of(null));
        var work = new Work(databases, journal, settings);
        migration.prepare(work);
        migration.fill(work);
        var missing = labels(indexes.missing(migration.indexes()));
        return done(State.PENDING, missing, work, journal, null);
    }

    Done up() {
        var holder = Objects.requireNonNull(lease);
        var entry = ledger.begin(migration, State.RUNNING, holder);
        var from = entry.progress();
        var journal = new Journal(databases, ledger, migration.id(), holder, from);
        var work = new Work(databases, journal, settings);
        return recorded(holder, () -> {
            if (from.isStart()) {
                journal.forgetConflicts();
            }
            migration.prepare(work);
            var made = makeIndexes(entry, holder);
            new Undo(databases).restore(migration, work);
            migration.fill(work);
            var done = done(State.APPLIED, made, work, journal, from.last());
            ledger.finish(migration.id(), State.APPLIED, holder, Reports.toDocument(done));
            return done;
        });
    }

    /** @param needed indexes of the migrations that stay */
    Done down(List<IndexSpec> needed) {
        var holder = Objects.requireNonNull(lease);
        var entry = ledger.begin(migration, State.ROLLING_BACK, holder);
        var journal = new Journal(databases, ledger, migration.id(), holder, entry.progress());
        var work = new Work(databases, journal, settings);
        return recorded(holder, () -> {
            if (entry.progress().isStart()) {
                journal.forgetConflicts();
            }
            new Undo(databases).takeBack(migration, work);
            var dropped = indexes.drop(migration.indexes(), entry.made(), needed);
            var done = done(
                    State.ROLLED_BACK, dropped, work, journal, entry.progress().last());
            ledger.finish(migration.id(), State.ROLLED_BACK, holder, Reports.toDocument(done));
            return done;
        });
    }

    private List<String> makeIndexes(Entry entry, Lease holder) {
        var intended = indexes.intended(migration.indexes(), entry.made());
        ledger.indexes(migration.id(), holder, intended);
        indexes.create(migration.indexes());
        return intended.created();
    }

    /** What stops the run stands in the ledger, as far as that can still be reached. */
    private Done recorded(Lease holder, Supplier<Done> run) {
        try {
            return run.get();
        } catch (Refusal refusal) {
            if (refusal.exit() == Exit.PRECONDITION) {
                ledger.failed(migration.id(), holder, String.valueOf(refusal.getMessage()));
            }
            throw refusal;
        }
    }

    private Done done(
            State state, List<String> changedIndexes, Work work, Journal journal, @Nullable Object resumedFrom) {
        var counters = new TreeMap<>(work.counters().all());
        counters.keySet().removeIf(name -> name.startsWith(Journal.CONFLICT));
        var status = new Status(migration.id(), migration.name(), Checksums.of(migration), state, true, new Document());
        return new Done(
                status,
                changedIndexes,
                counters,
                journal.conflicts(),
                work.samples(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                resumedFrom == null ? null : resumedFrom.toString(),
                journal.latest() == null ? null : String.valueOf(journal.latest()));
    }

    private static List<String> labels(List<IndexSpec> specs) {
        return specs.stream().map(IndexSpec::label).toList();
    }
}
