package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The migrations command; it is never part of a service's start. */
@Command(
        name = "migrations",
        description = "Brings the monolith's data into the form the suite needs.",
        mixinStandardHelpOptions = true,
        version = "migrations " + Engine.VERSION,
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
            GenerateCompletion.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 done, or nothing to do     1 unexpected              2 usage",
            "  3 pending (status --check)   4 drift, or edited        5 another migrator is at work",
            "  6 repair something first     7 stopped, run it again   8 database does not answer",
            " 10 lost the lock             11 would lose data        12 conflicts left (up --strict)"
        })
public final class Migrate {

    public static void main(String[] arguments) {
        // The console of the JDK's own: the other says "terminal" wherever it is
        System.setProperty("jdk.console", "java.base");
        Logger.getLogger("").setLevel(Level.SEVERE);
        Interruption.install();
        var exit = written(commandLine().execute(arguments));
        Interruption.ended(exit);
        System.exit(exit);
    }

    /** An answer that could not be written is a failure: a full disk would leave half a report. */
    private static int written(int exit) {
        System.out.flush();
        if (exit == Exit.OK.code() && System.out.checkError()) {
            System.err.println("The standard output could not be written to; nothing but this answer is lost.");
            return Exit.UNEXPECTED.code();
        }
        return exit;
    }

    static CommandLine commandLine() {
        var command = new CommandLine(new Migrate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, failed, parsed) -> failed(failure, failed, isJson(failed.getParseResult())));
        command.setParameterExceptionHandler(withJson(command.getParameterExceptionHandler()));
        giveHelp(command);
        return command;
    }

    private static boolean isJson(ParseResult parsed) {
        return parsed.hasMatchedOption("--json");
    }

    private static void giveHelp(CommandLine command) {
        command.getSubcommands().values().forEach(each -> {
            // Those that are methods say so themselves: it is one of their arguments
            if (!(each.getCommandSpec().userObject() instanceof Method)) {
                each.getCommandSpec().mixinStandardHelpOptions(true);
            }
            giveHelp(each);
        });
    }

    /** Whoever asked for JSON has it on the standard output, whatever else was wrong with the options. */
    private static IParameterExceptionHandler withJson(IParameterExceptionHandler usual) {
        return (failure, arguments) -> {
            if (Arrays.asList(arguments).contains("--json")) {
                answer(failure.getCommandLine(), Exit.USAGE, String.valueOf(failure.getMessage()), failure);
            }
            return usual.handleParseException(failure, arguments);
        };
    }

    private static int failed(Exception failure, CommandLine command, boolean json) {
        var exit = MigrationFailures.exit(failure);
        var sentence = MigrationFailures.sentence(failure);
        if (json) {
            answer(command, exit, sentence, failure);
        } else if (failure instanceof Refusal refusal) {
            refusal.done()
                    .forEach(done -> command.getOut()
                            .printf(
                                    "%s %s: %s%n",
                                    done.status().id(),
                                    done.status().name(),
                                    done.status().state().code()));
            command.getOut().flush();
        }
        command.getErr().println(sentence);
        command.getErr().flush();
        return exit.code();
    }

    private static void answer(CommandLine command, Exit exit, String sentence, Exception failure) {
        var name = command.getCommandSpec().qualifiedName(" ").replaceFirst("^migrations ", "");
        var answer =
                new Answer(name, exit == Exit.INTERRUPTED ? "interrupted" : "failed", exit).with("error", sentence);
        if (failure instanceof Refusal refusal) {
            answer.done(refusal.done()).with("documents", refusal.documents());
        }
        command.getOut().println(answer);
        command.getOut().flush();
    }
}
