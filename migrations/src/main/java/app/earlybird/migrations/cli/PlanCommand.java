package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Done;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Says what `up` would do now: indexes, how many documents, which conflicts. Writes nothing.")
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private Output output = new Output();

    @Option(names = "--to", paramLabel = "ID", description = "Up to this migration. Default: all that are pending")
    private @Nullable String to;

    @Override
    public Integer call() {
        try (var client = options.client()) {
            var databases = options.databases(client);
            Surroundings.check(databases);
            var planned = new Engine(Changes.all(), databases, run.settings()).plan(to);
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
            return exit.code();
        }
    }
}
