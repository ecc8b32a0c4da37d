package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Places;
import app.earlybird.migrations.engine.DatabasePreflight;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Digest;
import app.earlybird.migrations.engine.Done;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Settings;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that runs migrations, or pretends to: only where they belong. */
abstract class RunCommand extends OnDatabase {

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--digest", description = "One number for the data before and after; reads all of it twice more.")
    private boolean digest;

    private @Nullable String before;

    @Override
    protected final Settings settings() {
        return run.settings();
    }

    @Override
    final Exit run(Engine engine, Databases databases) {
        DatabasePreflight.check(databases);
        before = digest ? Digest.of(databases, Places.all()) : null;
        return execute(engine, databases);
    }

    /** What was done, with the digests where they were asked for. */
    final void print(Answer answer, Databases databases, Runnable text) {
        answer.on(databases);
        if (before == null) {
            output.print(answer, () -> {
                where(databases);
                text.run();
            });
            return;
        }
        var digests = new LinkedHashMap<String, String>();
        digests.put("before", before);
        digests.put("after", Digest.of(databases, Places.all()));
        output.print(answer.with("digest", digests), () -> {
            where(databases);
            text.run();
            digests.forEach((when, digest) -> output.out().println("digest " + when + " " + digest));
        });
    }

    private void where(Databases databases) {
        output.where(databases);
        if (Places.all().stream().allMatch(place -> databases.all(place).first() == null)) {
            output.out().println("There is nothing in it yet: no user, customer, order or delivery.");
        }
    }

    /** What {@code plan} and {@code up --dry-run} do. */
    final Exit plan(Engine engine, Databases databases, @Nullable String to, boolean rescan) {
        var planned = engine.plan(to, rescan);
        var blocked = planned.stream().anyMatch(Done::isBlocked);
        var exit = blocked ? Exit.PRECONDITION : Exit.OK;
        var gone = engine.missingIndexes();
        var answer = new Answer("plan", blocked ? "blocked" : "planned", exit)
                .done(planned)
                .with("indexes_to_mend", gone);
        print(answer, databases, () -> {
            planned.forEach(done -> output.describe(done, "to be created"));
            gone.forEach(index -> output.out().println("index " + index + " is missing, and would be created again"));
            var doer = rescan ? "up --rescan" : "up";
            output.out()
                    .println(
                            planned.isEmpty() && gone.isEmpty()
                                    ? "Nothing to do."
                                    : "Nothing was written; `" + doer + "` does it.");
        });
        if (blocked) {
            output.err()
                    .println(
                            "`up` would stop: the duplicates above are in the way of unique indexes; remove one of each first.");
        }
        return exit;
    }

    abstract Exit execute(Engine engine, Databases databases);
}
