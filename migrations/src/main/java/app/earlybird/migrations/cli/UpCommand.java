package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Engine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "up", description = "Applies every pending migration in order. A second run changes nothing.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var client = options.client()) {
            var applied = new Engine(Changes.all(), options.databases(client))
                    .up(status -> out.printf("%s %s ...%n", status.id(), status.name()));
            applied.forEach(done -> out.printf(
                    "%s %s: %d indexes created, %d documents changed%n",
                    done.id(),
                    done.name(),
                    done.result().indexes().size(),
                    done.result().documents()));
            out.println(applied.isEmpty() ? "Nothing to do." : "Done.");
        }
        return 0;
    }
}
