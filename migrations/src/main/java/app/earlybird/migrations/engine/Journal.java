package app.earlybird.migrations.engine;

import app.earlybird.migrations.engine.Checkpoint.Position;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far one run of one migration is; with a lease it is kept after every batch, without one nothing is written. */
final class Journal {

    private final String migration;
    private final Ledger ledger;
    private final @Nullable Lease lease;
    private final long run;
    private final ConflictReport conflictReport;
    private final Set<String> done;
    private final Counters counters;
    private @Nullable String step;
    private @Nullable Object last;
    private @Nullable Object latest;
    private long late;
    /** Of the step at work, while something else is done. */
    private @Nullable Position aside;

    /** Of a run that writes nothing; it foretells the whole of one that was interrupted. */
    static Journal dry(Databases databases, Ledger ledger, Migration migration) {
        var interrupted = ledger.find(migration.id()).filter(entry -> entry.state() == State.RUNNING);
        var progress = interrupted.map(Entry::progress).orElse(Checkpoint.of(null));
        var journal = new Journal(databases, ledger, migration.id(), null, 0, progress);
        interrupted.map(Entry::run).ifPresent(journal.conflictReport::takeOver);
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
        this.conflictReport = new ConflictReport(databases, migration, lease, run);
        this.lease = lease;
        this.done = new HashSet<>(from.done());
        this.counters = from.counters();
        this.step = from.step();
        this.last = from.position().last();
        this.latest = this.last;
        this.late = from.position().late();
        this.counters.again(from.position().again());
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

    ConflictReport conflictReport() {
        return conflictReport;
    }

    void save(String name, Object position) {
        step = name;
        last = position;
        latest = position;
        keep();
    }

    /** How many documents others were faster with, in the pass at work. */
    long late() {
        return late;
    }

    void late(long more) {
        late += more;
    }

    /** Work beside the current step: that one goes on where it was, also when this is killed. */
    void aside(Runnable context) {
        var held = position();
        aside = held;
        try {
            context.run();
        } finally {
            aside = null;
            last = held.last();
            late = held.late();
            counters.again(held.again());
        }
    }

    private Position position() {
        return new Position(last, late, counters.isAgain());
    }

    /** From the first document on. */
    void beginPass() {
        last = null;
        late = 0;
    }

    void done(String name) {
        done.add(name);
        step = null;
        beginPass();
        keep();
    }

    /** What was found and counted so far. */
    void keep() {
        conflictReport.flush();
        if (!isDry()) {
            var position = aside == null ? position() : aside;
            ledger.save(migration, Objects.requireNonNull(lease), new Checkpoint(done, step, position, counters));
        }
    }
}
