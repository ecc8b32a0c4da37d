package app.earlybird.migrations.engine;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        var journal = Journal.dry(databases, ledger, migration);
        var work = new Work(databases, journal, settings);
        var resumedFrom = journal.latest();
        migration.prepare(work);
        new Restore(migration, databases, work).run();
        migration.fill(work);
        var missing = labels(indexes.missing(migration.indexes()));
        return done(State.PENDING, missing, work, journal, resumedFrom);
    }

    Done up() {
        var holder = Objects.requireNonNull(lease);
        var entry = ledger.begin(migration, State.RUNNING, holder);
        var journal = Journal.of(databases, ledger, entry, holder);
        var work = new Work(databases, journal, settings);
        return recorded(holder, journal, work, () -> {
            migration.prepare(work);
            var made = makeIndexes(entry, holder);
            new Restore(migration, databases, work).run();
            migration.fill(work);
            var done = done(
                    State.APPLIED,
                    made,
                    work,
                    journal,
                    entry.progress().position().last());
            journal.findings().forgetEarlier();
            ledger.finish(migration.id(), State.APPLIED, holder, Reports.toDocument(done));
            return done;
        });
    }

    /** @param others that stay */
    Done down(List<Migration> others) {
        var holder = Objects.requireNonNull(lease);
        var entry = ledger.begin(migration, State.ROLLING_BACK, holder);
        var journal = Journal.of(databases, ledger, entry, holder);
        var work = new Work(databases, journal, settings);
        return recorded(holder, journal, work, () -> {
            new Undo(databases).takeBack(migration, work);
            handOver(entry.made(), others, holder);
            var dropped = indexes.drop(
                    migration.indexes(),
                    entry.made(),
                    spec -> whoNeeds(spec, others).isPresent());
            var done = done(
                    State.ROLLED_BACK,
                    dropped,
                    work,
                    journal,
                    entry.progress().position().last());
            journal.findings().forgetEarlier();
            ledger.finish(migration.id(), State.ROLLED_BACK, holder, Reports.toDocument(done));
            return done;
        });
    }

    private List<String> makeIndexes(Entry entry, Lease holder) {
        var intended = indexes.intended(migration.indexes(), entry.made());
        var missing = labels(indexes.missing(migration.indexes()));
        ledger.indexes(migration.id(), holder, intended);
        indexes.create(migration.indexes());
        return missing;
    }

    /** An index that another needs stays, and is from now on that one's to take back. */
    private void handOver(Indexes.Made made, List<Migration> others, Lease holder) {
        for (var spec : migration.indexes()) {
            whoNeeds(spec, others).ifPresent(heir -> ledger.addIndexes(heir.id(), holder, made.of(spec)));
        }
    }

    private static Optional<Migration> whoNeeds(IndexSpec spec, List<Migration> others) {
        return others.stream()
                .filter(other ->
                        other.indexes().stream().anyMatch(its -> its.label().equals(spec.label())))
                .findFirst();
    }

    /** What stops the run stands in the ledger, as far as that can still be reached. */
    private Done recorded(Lease holder, Journal journal, Work work, Supplier<Done> run) {
        var resumedFrom = journal.latest();
        try {
            return run.get();
        } catch (Refusal refusal) {
            try {
                note(refusal, holder);
                var state = refusal.exit() == Exit.PRECONDITION ? State.FAILED : State.INTERRUPTED;
                throw refusal.after(List.of(done(state, List.of(), work, journal, resumedFrom)));
            } catch (MongoException notReached) {
                refusal.addSuppressed(notReached);
                throw refusal;
            }
        }
    }

    private void note(Refusal refusal, Lease holder) {
        if (refusal.exit() == Exit.PRECONDITION) {
            ledger.failed(migration.id(), holder, String.valueOf(refusal.getMessage()));
        }
        if (refusal.exit() == Exit.INTERRUPTED) {
            ledger.interrupted(migration.id(), holder);
        }
    }

    private Done done(
            State state, List<String> changedIndexes, Work work, Journal journal, @Nullable Object resumedFrom) {
        var counters = new TreeMap<>(work.counters().all());
        var status = new Status(migration.id(), migration.name(), Checksums.of(migration), state, true, new Document());
        return new Done(
                status,
                changedIndexes,
                counters,
                journal.findings().counts(),
                work.samples(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                resumedFrom == null ? null : resumedFrom.toString(),
                journal.latest() == null ? null : String.valueOf(journal.latest()));
    }

    private static List<String> labels(List<IndexSpec> specs) {
        return specs.stream().map(IndexSpec::label).toList();
    }
}
