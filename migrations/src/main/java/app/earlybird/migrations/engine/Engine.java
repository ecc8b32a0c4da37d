package app.earlybird.migrations.engine;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Applies what is pending, in order, and says how things stand. */
public final class Engine {

    /** How one migration stands. */
    public record Status(String id, String name, String checksum, String state) {
        public boolean isPending() {
            return !Ledger.Entry.APPLIED.equals(state);
        }
    }

    /** What a run did with one migration. */
    public record Applied(String id, String name, Result result) {}

    private static final String PENDING = "pending";
    private static final String INTERRUPTED = "interrupted";
    private static final String CHECKSUM_MISMATCH = "checksum_mismatch";

    private final List<Migration> migrations;
    private final Databases databases;
    private final Ledger ledger;

    public Engine(List<Migration> migrations, Databases databases) {
        this.migrations =
                migrations.stream().sorted(Comparator.comparing(Migration::id)).toList();
        this.databases = databases;
        this.ledger = new Ledger(databases, Clock.systemUTC());
    }

    public List<Status> status() {
        return migrations.stream().map(this::statusOf).toList();
    }

    /** Second time a no-op. Fails before it writes anything when an applied migration was edited. */
    public List<Applied> up(Consumer<Status> progress) {
        var pending = migrations.stream()
                .filter(migration -> mustBeSound(statusOf(migration)).isPending())
                .toList();
        return pending.stream().map(migration -> apply(migration, progress)).toList();
    }

    private Applied apply(Migration migration, Consumer<Status> progress) {
        progress.accept(statusOf(migration));
        ledger.begin(migration);
        var result = migration.up(databases);
        ledger.finish(migration, Ledger.Entry.APPLIED, result);
        return new Applied(migration.id(), migration.name(), result);
    }

    private Status statusOf(Migration migration) {
        var state =
                ledger.find(migration).map(entry -> stateOf(entry, migration)).orElse(PENDING);
        return new Status(migration.id(), migration.name(), migration.checksum(), state);
    }

    private static String stateOf(Ledger.Entry entry, Migration migration) {
        return switch (entry.state()) {
            case Ledger.Entry.APPLIED ->
                entry.checksum().equals(migration.checksum()) ? Ledger.Entry.APPLIED : CHECKSUM_MISMATCH;
            case Ledger.Entry.ROLLED_BACK -> Ledger.Entry.ROLLED_BACK;
            default -> INTERRUPTED;
        };
    }

    private static Status mustBeSound(Status status) {
        if (CHECKSUM_MISMATCH.equals(status.state())) {
            throw new DriftException("Migration " + status.id() + " was edited after it was applied");
        }
        return status;
    }
}
