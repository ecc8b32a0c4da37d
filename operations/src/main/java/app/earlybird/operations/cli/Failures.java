package app.earlybird.operations.cli;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** What a failure means to the operator: an exit code, and one sentence that says what to do. */
public final class Failures {

    private static final Set<Integer> NO_RIGHTS = Set.of(13, 18, 8000);
    private static final Set<Integer> DISK_FULL = Set.of(14031, 12501);

    private Failures() {}

    public static ExitCode exit(Exception failure) {
        if (failure instanceof Refused refused) {
            return refused.exit();
        }
        if (isBadUri(failure) || isBadName(failure)) {
            return ExitCode.USAGE;
        }
        if (isRefusedByServer(failure)) {
            return ExitCode.PRECONDITION;
        }
        return isUnreachable(failure) ? ExitCode.UNREACHABLE : ExitCode.UNEXPECTED;
    }

    public static String sentence(Exception failure) {
        if (failure instanceof Refused) {
            return String.valueOf(failure.getMessage());
        }
        if (exit(failure) == ExitCode.USAGE) {
            return isBadName(failure)
                    ? "This is not a valid name of a database; check --database and the names per service."
                    : "This is not a MongoDB URI (mongodb://host:port/...); check --uri or EARLYBIRD_MONGODB_URI.";
        }
        if (failure instanceof MongoIncompatibleDriverException) {
            return "The server is too old for this command; upgrade it to MongoDB 5.0 or newer.";
        }
        if (isRefusedByServer(failure)) {
            return "The database refuses this user; give it readWrite on the suite's databases, or use --uri with one"
                    + " that has it.";
        }
        if (isDiskFull(failure)) {
            return "The disk of the database is full; make room, then run the same command again.";
        }
        return isUnreachable(failure)
                ? unreachable(failure)
                : "Unexpected: " + failure + "; run the same command again to complete it.";
    }

    private static String unreachable(Exception failure) {
        return failure instanceof MongoException
                ? "The database does not answer; check --uri or EARLYBIRD_MONGODB_URI, then run the same command again."
                : "Kafka does not answer; check --bootstrap-servers or EARLYBIRD_KAFKA, then run the same command again.";
    }

    private static boolean isBadName(Exception failure) {
        return failure instanceof IllegalArgumentException
                && String.valueOf(failure.getMessage()).contains("databaseName");
    }

    private static boolean isBadUri(Exception failure) {
        return failure instanceof IllegalArgumentException
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("connection string");
    }

    private static boolean isRefusedByServer(Exception failure) {
        return failure instanceof MongoSecurityException
                || failure instanceof MongoIncompatibleDriverException
                || (failure instanceof MongoException known && NO_RIGHTS.contains(known.getCode()))
                || (failure instanceof MongoBulkWriteException bulk
                        && bulk.getWriteErrors().stream().anyMatch(error -> NO_RIGHTS.contains(error.getCode())));
    }

    private static boolean isDiskFull(Exception failure) {
        return (failure instanceof MongoException known && DISK_FULL.contains(known.getCode()))
                || String.valueOf(failure.getMessage()).contains("No space left");
    }

    private static boolean isUnreachable(Exception failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoConnectionPoolClearedException
                || failure instanceof MongoServerUnavailableException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof TimeoutException
                || failure instanceof RetriableException
                || (failure instanceof ExecutionException && failure.getCause() instanceof RetriableException);
    }
}
