package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import app.earlybird.migrations.engine.Surroundings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        description = {
            "Takes back what migrations filled in, newest first, and nothing that others wrote.",
            "Keeps a copy of what it removes; the next `up` puts it back. Without --to: the newest one only.",
            "Refuses (exit 11) when the application has since changed documents it would have to undo."
        })
final class DownCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private Output output = new Output();

    @Option(names = "--to", paramLabel = "ID", description = "The last one that stays; 000 takes back all.")
    private @Nullable String to;

    @Option(
            names = "--allow-data-loss",
            description = "Also on documents that the application has changed since; only what a migration set goes.")
    private boolean lossAllowed;

    @Option(
            names = "--with-indexes",
            description =
                    "Also the migrations that only make the services' indexes; without those no service is ready.")
    private boolean withIndexes;

    @Override
    public Integer call() {
        try (var client = options.client()) {
            var databases = options.databases(client);
            Surroundings.check(databases);
            var engine = new Engine(Changes.all(), databases, run.settings());
            try (var lease = Lease.acquire(databases, run.settings())) {
                var taken = engine.down(to, lossAllowed, withIndexes, lease);
                output.print(
                        new Answer("down", "completed", Exit.OK).lock(lease).done(taken), () -> {
                            taken.forEach(done -> output.describe(done, "dropped"));
                            output.out().println(taken.isEmpty() ? "Nothing to do." : "Done.");
                        });
            }
        }
        return Exit.OK.code();
    }
}
