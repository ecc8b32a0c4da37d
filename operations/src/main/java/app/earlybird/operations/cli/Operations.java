package app.earlybird.operations.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ScopeType;

/** The operator's command: what every deploy runs, and tools for events. */
@Command(
        name = "operations",
        description = "Schema and events of the EarlyBird suite.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "operations " + Operations.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SchemaCommand.class, EventsCommand.class},
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 done, or nothing to do     1 unexpected              2 usage",
            "  3 different (schema status)  6 something must be repaired first",
            "  8 database or Kafka does not answer"
        })
public final class Operations {

    static final String VERSION = "1.0.0";

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.SEVERE);
        var exit = commandLine().execute(arguments);
        System.out.flush();
        System.exit(exit == 0 && System.out.checkError() ? ExitCode.UNEXPECTED.code() : exit);
    }

    static CommandLine commandLine() {
        var command = new CommandLine(new Operations());
        command.setExecutionExceptionHandler((failure, failed, parsed) ->
                failed(failure, failed, parsed.expandedArgs().contains("--json")));
        return command.setParameterExceptionHandler(withJson(command.getParameterExceptionHandler()));
    }

    private static int failed(Exception failure, CommandLine command, boolean json) {
        var exit = Failures.exit(failure);
        var sentence = Failures.sentence(failure);
        if (json) {
            command.getOut().println(Output.json(command, exit, Map.of("error", sentence)));
            command.getOut().flush();
        }
        command.getErr().println(sentence);
        command.getErr().flush();
        return exit.code();
    }

    /** With --json the standard output holds JSON, whatever is wrong with the options. */
    private static IParameterExceptionHandler withJson(IParameterExceptionHandler usual) {
        return (failure, arguments) -> {
            if (Arrays.asList(arguments).contains("--json")) {
                var answer = Map.of("error", String.valueOf(failure.getMessage()));
                failure.getCommandLine()
                        .getOut()
                        .println(Output.json(failure.getCommandLine(), ExitCode.USAGE, answer));
            }
            return usual.handleParseException(failure, arguments);
        };
    }
}
