package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        description = {
            "Removes what migrations filled in, newest first, and nothing that others wrote.",
            "Keeps a copy of what it removes; the next `up` puts it back. Without --to: the newest one only.",
            "Refuses (exit 11) when the application has since changed documents it would have to undo."
        })
final class DownCommand extends RunCommand {

    @Option(names = "--to", paramLabel = "ID", description = "The last one that stays; 000 takes back all.")
    private @Nullable String to;

    @Option(
            names = "--allow-data-loss",
            description = "Also on documents that the application has changed since; only what a migration set goes.")
    private boolean lossAllowed;

    @Override
    Exit execute(Engine engine, Databases databases) {
        engine.mustBeKnown(Engine.NOTHING.equals(to) ? null : to);
        try (var lease = Lease.acquire(databases, settings())) {
            var taken = engine.down(to, lossAllowed, lease);
            var answer = new Answer("down", "completed", Exit.OK).lock(lease).done(taken);
            print(answer, databases, () -> {
                taken.forEach(done -> output.describe(done, "dropped"));
                output.out().println(taken.isEmpty() ? "Nothing to do." : "Done.");
            });
            return Exit.OK;
        }
    }
}
