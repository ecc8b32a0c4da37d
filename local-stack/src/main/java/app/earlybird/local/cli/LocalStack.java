package app.earlybird.local.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** What {@code ./earlybird} calls once everything is built. */
@Command(
        name = "earlybird",
        description = "The EarlyBird suite on this machine, without Docker.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {UpCommand.class, DemoCommand.class, DownCommand.class, FuzzCommand.class})
public final class LocalStack {

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(new CommandLine(new LocalStack())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("earlybird: " + failure.getMessage());
                    return 1;
                })
                .execute(arguments));
    }
}
