package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.DriftException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.errors.RetriableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The migrations command; it is never part of a service's start. */
@Command(
        name = "migrations",
        description = "Brings databases and topics to what the services need.",
        mixinStandardHelpOptions = true,
        version = "migrations 1.0.0",
        subcommands = {UpCommand.class, StatusCommand.class, TopicsCommand.class, DeadLettersCommand.class})
public final class Migrate {

    private static final int UNEXPECTED = 1;
    private static final int DRIFT = 4;
    private static final int UNREACHABLE = 8;

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Migrate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(sentenceFor(failure));
                    return exitCodeFor(failure);
                });
    }

    private static int exitCodeFor(Exception failure) {
        if (failure instanceof DriftException) {
            return DRIFT;
        }
        return isUnreachable(failure) ? UNREACHABLE : UNEXPECTED;
    }

    private static boolean isUnreachable(Exception failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof TimeoutException
                || (failure instanceof ExecutionException && failure.getCause() instanceof RetriableException);
    }

    private static String sentenceFor(Exception failure) {
        if (failure instanceof DriftException) {
            return failure.getMessage() + "; restore its file, or apply the change as a new migration.";
        }
        if (isUnreachable(failure)) {
            return failure instanceof MongoException
                    ? "The database does not answer; check --uri or EARLYBIRD_MONGODB_URI, then run the same command again."
                    : "Kafka does not answer; check --bootstrap-servers or EARLYBIRD_KAFKA, then run the same command again.";
        }
        return "Unexpected: " + failure;
    }
}
