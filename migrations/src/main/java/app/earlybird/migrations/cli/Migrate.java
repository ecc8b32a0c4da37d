package app.earlybird.migrations.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The migrations command; it is never part of a service's start. */
@Command(
        name = "migrations",
        description = "Brings databases and topics to what the services need.",
        mixinStandardHelpOptions = true,
        version = "migrations " + Answer.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PlanCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ValidateCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            LockCommand.class,
            HistoryCommand.class,
            TopicsCommand.class,
            DeadLettersCommand.class,
            GenerateCompletion.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 done, or nothing to do     1 unexpected              2 usage",
            "  3 pending (status --check)   4 drift, or edited        5 another migrator is at work",
            "  6 something is in the way    7 stopped, goes on        8 database or Kafka away",
            " 10 another has taken over    11 would lose data        12 conflicts left (up --strict)"
        })
public final class Migrate {

    public static void main(String[] arguments) {
        // The console of the JDK's own: the other says "terminal" wherever it is
        System.setProperty("jdk.console", "java.base");
        Logger.getLogger("").setLevel(Level.SEVERE);
        Interruption.install();
        var exit = commandLine().execute(arguments);
        Interruption.ended(exit);
        System.exit(exit);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Migrate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Migrate::failed);
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        var exit = Failures.exit(failure);
        var sentence = Failures.sentence(failure);
        if (command.getParseResult().hasMatchedOption("--json")) {
            var answer = new Answer(command.getCommandName(), "failed", exit).with("error", sentence);
            command.getOut().println(answer);
            command.getOut().flush();
        }
        command.getErr().println(sentence);
        command.getErr().flush();
        return exit.code();
    }
}
