package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Done;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = {
            "Applies every pending migration in order, and goes on where an interrupted one ended.",
            "A second run changes nothing. `report conflicts` lists what it cannot decide."
        })
final class UpCommand extends RunCommand {

    @Option(names = "--to", paramLabel = "ID", description = "Up to this migration. Default: all")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "Writes nothing; the same as `plan`.")
    private boolean dry;

    @Option(
            names = "--rescan",
            description = {
                "Also looks once more at what is applied: after people have settled conflicts.",
                "Fills in what it can decide now, and renews the report."
            })
    private boolean rescan;

    @Option(names = "--strict", description = "Exit 12 when conflicts are left, of this run or one before.")
    private boolean strict;

    @Override
    Exit execute(Engine engine, Databases databases) {
        if (dry) {
            return plan(engine, databases, to, rescan);
        }
        engine.mustBeKnown(to);
        try (var lease = Lease.acquire(databases, settings())) {
            var applied = engine.up(to, rescan, lease);
            var recreated = engine.recreateIndexes(lease);
            var left = Conflicts.count(databases);
            var exit = strict && left > 0 ? Exit.CONFLICTS_LEFT : Exit.OK;
            var answer = new Answer("up", "completed", exit)
                    .lock(lease)
                    .done(applied)
                    .with("indexes_recreated", recreated)
                    .with("conflicts_left", left);
            print(answer, databases, () -> printDone(applied, recreated, left));
            return exit;
        }
    }

    private void printDone(List<Done> applied, List<String> recreated, long left) {
        applied.forEach(done -> output.describe(done, "created"));
        recreated.forEach(index -> output.out().println("index " + index + " was missing, and is created again"));
        output.out().println(applied.isEmpty() && recreated.isEmpty() ? "Nothing to do." : "Done.");
        if (left > 0) {
            output.out().printf("%d conflicts are left: `report conflicts` lists them.%n", left);
        }
    }
}
