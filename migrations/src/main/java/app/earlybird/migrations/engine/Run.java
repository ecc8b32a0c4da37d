package app.earlybird.migrations.engine;

import app.earlybird.operations.schema.DeclaredIndex;
import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
    private final MigrationIndexes indexes;
    private final long begun = System.nanoTime();

    Run(Migration migration, Databases databases, Ledger ledger, Settings settings, @Nullable Lease lease) {
        this.migration = migration;
        this.databases = databases;
        this.ledger = ledger;
        this.settings = settings;
        this.lease = lease;
        this.indexes = new MigrationIndexes(databases);
    }

    Done plan() {
        var journal = Journal.dry(databases, ledger, migration);
        var context = new MigrationContext(databases, journal, settings);
        var resumedFrom = journal.latest();
        migration.prepare(context);
        new Restore(migration, databases, context).run();
        migration.fill(context);
        var missing = labels(indexes.missing(migration.indexes()));
        return done(State.PENDING, missing, context, journal, resumedFrom);
    }

    Done up() {
        return run(State.RUNNING, State.APPLIED, (entry, context) -> {
            migration.prepare(context);
            var made = makeIndexes(entry);
            new Restore(migration, databases, context).run();
            migration.fill(context);
            return made;
        });
    }

    Done down() {
        return run(State.ROLLING_BACK, State.ROLLED_BACK, (entry, context) -> {
            new Rollback(databases).takeBack(migration, context);
            return indexes.drop(migration.indexes(), entry.made());
        });
    }

    /** @param doing answers the indexes it has made or dropped */
    private Done run(State working, State end, BiFunction<Entry, MigrationContext, List<String>> doing) {
        var entry = ledger.begin(migration, working, holder());
        var journal = Journal.of(databases, ledger, entry, holder());
        var context = new MigrationContext(databases, journal, settings);
        var resumedFrom = journal.latest();
        try {
            var done = done(end, doing.apply(entry, context), context, journal, resumedFrom);
            journal.conflictReport().forgetEarlier();
            ledger.finish(migration.id(), end, holder(), Reports.toDocument(done));
            return done;
        } catch (Refusal refusal) {
            var state = refusal.exit() == Exit.PRECONDITION ? State.FAILED : State.INTERRUPTED;
            throw noted(refusal, () -> done(state, List.of(), context, journal, resumedFrom));
        }
    }

    /** What stops the run is written to the ledger, where that can still be reached. */
    private Refusal noted(Refusal refusal, Supplier<Done> soFar) {
        try {
            if (refusal.exit() == Exit.PRECONDITION) {
                ledger.failed(migration.id(), holder(), String.valueOf(refusal.getMessage()));
            }
            if (refusal.exit() == Exit.INTERRUPTED) {
                ledger.interrupted(migration.id(), holder());
            }
            return refusal.after(List.of(soFar.get()));
        } catch (MongoException | Refusal notReached) {
            refusal.addSuppressed(notReached);
            return refusal;
        }
    }

    private Lease holder() {
        return Objects.requireNonNull(lease, "only a plan has none");
    }

    private List<String> makeIndexes(Entry entry) {
        var intended = indexes.intended(migration.indexes(), entry.made());
        var missing = labels(indexes.missing(migration.indexes()));
        ledger.indexes(migration.id(), holder(), intended);
        indexes.create(migration.indexes());
        return missing;
    }

    private Done done(
            State state,
            List<String> changedIndexes,
            MigrationContext context,
            Journal journal,
            @Nullable Object resumedFrom) {
        var counters = new TreeMap<>(context.counters().all());
        var status = new Status(migration.id(), migration.name(), Checksums.of(migration), state, true, new Document());
        return new Done(
                status,
                changedIndexes,
                counters,
                journal.conflictReport().counts(),
                context.samples(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                resumedFrom == null ? null : resumedFrom.toString(),
                journal.latest() == null ? null : String.valueOf(journal.latest()));
    }

    private static List<String> labels(List<DeclaredIndex> indexes) {
        return indexes.stream().map(DeclaredIndex::label).toList();
    }
}
