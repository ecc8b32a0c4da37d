package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import picocli.CommandLine.Command;

@Command(name = "validate", description = "Whether the applied migrations are those of this version; exit 4 when not.")
final class ValidateCommand extends OnDatabase {

    @Override
    Exit run(Engine engine, Databases databases) {
        engine.validate();
        output.print(
                new Answer("validate", "completed", Exit.OK),
                () -> output.out().println("All applied migrations are known."));
        return Exit.OK;
    }
}
