package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "validate", description = "Whether what was applied is what this version knows; exit 4 when it is not.")
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var client = options.client()) {
            new Engine(Changes.all(), options.databases(client), Settings.of(RunOptions.owner())).validate();
            output.print(
                    new Answer("validate", "completed", Exit.OK),
                    () -> output.out().println("All as applied."));
        }
        return Exit.OK.code();
    }
}
