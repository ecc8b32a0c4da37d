package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Says what `up` would do now: indexes, how many documents, which conflicts. Writes nothing.")
final class PlanCommand extends RunCommand {

    @Option(names = "--to", paramLabel = "ID", description = "Up to this migration. Default: all that are pending")
    private @Nullable String to;

    @Option(names = "--rescan", description = "What `up --rescan` would do.")
    private boolean rescan;

    @Override
    Exit execute(Engine engine, Databases databases) {
        return plan(engine, databases, to, rescan);
    }
}
