package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Done;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Says what `up` would do now: indexes, how many documents, which conflicts. Writes nothing.")
final class PlanCommand extends AtWork {

    @Option(names = "--to", paramLabel = "ID", description = "Up to this migration. Default: all that are pending")
    private @Nullable String to;

    @Option(names = "--rescan", description = "What `up --rescan` would do.")
    private boolean rescan;

    @Override
    Exit work(Engine engine, Databases databases) {
        return plan(engine, to, rescan, output);
    }

    /** Also what {@code up --dry-run} does. */
    static Exit plan(Engine engine, @Nullable String to, boolean rescan, Output output) {
        var planned = engine.plan(to, rescan);
        var blocked = planned.stream().anyMatch(Done::isBlocked);
        var exit = blocked ? Exit.PRECONDITION : Exit.OK;
        output.print(new Answer("plan", blocked ? "blocked" : "planned", exit).done(planned), () -> {
            planned.forEach(done -> output.describe(done, "to be created"));
            output.out().println(planned.isEmpty() ? "Nothing to do." : "Nothing was written; `up` does it.");
        });
        if (blocked) {
            output.err()
                    .println(
                            "`up` would stop: the duplicates above are in the way of unique indexes; mend them first.");
        }
        return exit;
    }
}
