package app.earlybird.migrations.engine;

import app.earlybird.operations.schema.DeclaredIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Applies what is pending, in order, takes back what was applied, newest first, and answers with their state. */
public final class Engine {

    /** Of the migrator; kept with what it did. */
    public static final String VERSION = "1.0.0";

    /** Before the first. */
    public static final String NOTHING = "000";

    private final List<Migration> migrations;
    private final Databases databases;
    private final Settings settings;
    private final Ledger ledger;
    private final Standing standing;
    private final MigrationIndexes indexes;

    public Engine(List<Migration> migrations, Databases databases, Settings settings) {
        this.migrations =
                migrations.stream().sorted(Comparator.comparing(Migration::id)).toList();
        this.databases = databases;
        this.settings = settings;
        this.ledger = new Ledger(databases);
        this.standing = new Standing(this.migrations, ledger, databases);
        this.indexes = new MigrationIndexes(databases);
    }

    public List<Status> status() {
        return standing.all();
    }

    public List<Document> history() {
        return ledger.history();
    }

    /** For what people did by hand. */
    public void remember(Document event) {
        ledger.remember(event, settings.owner());
    }

    /** Refuses when an applied migration was edited, or is one that only another version knows. */
    public void validate() {
        standing.validate();
    }

    /**
     * What {@link #up} would do now; writes nothing.
     *
     * @param to the last one, null for all
     * @param rescan also those that are applied and fill in data
     */
    public List<Done> plan(@Nullable String to, boolean rescan) {
        standing.validate();
        var named = new HashSet<String>();
        return toRun(to, rescan).stream()
                .map(migration -> run(migration, null).plan())
                .map(done -> done.withIndexes(
                        done.indexes().stream().filter(named::add).toList()))
                .toList();
    }

    /**
     * Second time a no-op. Fails before it writes anything when an applied migration was edited.
     *
     * @param rescan also those that are applied and fill in data: people have settled conflicts since
     */
    public List<Done> up(@Nullable String to, boolean rescan, Lease lease) {
        standing.validate();
        var done = new ArrayList<Done>();
        for (var migration : toRun(to, rescan)) {
            done.add(withDone(done, () -> run(migration, lease).up()));
        }
        return done;
    }

    /**
     * Takes back what was applied after {@code to}, newest first, or only the newest.
     *
     * @param lossAllowed also where the application has changed the documents since
     */
    public List<Done> down(@Nullable String to, boolean lossAllowed, Lease lease) {
        standing.validate();
        var taken = toTakeBack(to);
        if (!lossAllowed) {
            taken.forEach(new Rollback(databases)::refuseLoss);
        }
        var done = new ArrayList<Done>();
        for (var migration : taken) {
            done.add(withDone(done, () -> run(migration, lease).down()));
        }
        return done;
    }

    private Run run(Migration migration, @Nullable Lease lease) {
        return new Run(migration, databases, ledger, settings, lease);
    }

    /** A run that is stopped half way answers with what was done before. */
    private static Done withDone(List<Done> before, Supplier<Done> next) {
        try {
            return next.get();
        } catch (Refusal refusal) {
            throw refusal.after(before);
        }
    }

    /** MigrationIndexes of applied migrations that are not there, or not as they must be. */
    public List<String> missingIndexes() {
        return indexes.missing(wanted()).stream().map(DeclaredIndex::label).toList();
    }

    /** Makes again what somebody has dropped since; names it. */
    public List<String> recreateIndexes(Lease lease) {
        var missing = missingIndexes();
        lease.check();
        indexes.create(wanted());
        return missing;
    }

    /** Whether this one is applied. */
    public boolean isApplied(String id) {
        return in(EnumSet.of(State.APPLIED)).stream()
                .anyMatch(migration -> migration.id().equals(id));
    }

    private List<DeclaredIndex> wanted() {
        var byLabel = new LinkedHashMap<String, DeclaredIndex>();
        for (var migration : in(EnumSet.of(State.APPLIED))) {
            migration.indexes().forEach(spec -> byLabel.putIfAbsent(spec.label(), spec));
        }
        return List.copyOf(byLabel.values());
    }

    private List<Migration> toRun(@Nullable String to, boolean rescan) {
        mustBeKnown(to);
        var applied = in(EnumSet.of(State.APPLIED));
        return migrations.stream()
                .filter(migration -> !applied.contains(migration) || rescan)
                .filter(migration -> to == null || migration.id().compareTo(to) <= 0)
                .toList();
    }

    /** One look at the ledger for all of them. */
    private List<Migration> in(Set<State> states) {
        var ids = standing.all().stream()
                .filter(status -> states.contains(status.state()))
                .map(Status::id)
                .collect(Collectors.toSet());
        return migrations.stream()
                .filter(migration -> ids.contains(migration.id()))
                .toList();
    }

    private List<Migration> toTakeBack(@Nullable String to) {
        mustBeKnown(NOTHING.equals(to) ? null : to);
        var touched = in(EnumSet.complementOf(EnumSet.of(State.PENDING, State.ROLLED_BACK)))
                .reversed();
        return to == null
                ? touched.stream().limit(1).toList()
                : touched.stream()
                        .filter(migration -> migration.id().compareTo(to) > 0)
                        .toList();
    }

    /** Refuses an id that is none; null means all. */
    public void mustBeKnown(@Nullable String id) {
        if (id != null
                && migrations.stream().noneMatch(migration -> migration.id().equals(id))) {
            throw Refusal.unknown(id);
        }
    }
}
