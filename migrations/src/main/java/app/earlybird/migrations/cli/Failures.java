package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;
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
final class Failures {

    private static final Set<Integer> NO_RIGHTS = Set.of(13, 18, 8000);
    private static final Set<Integer> DISK_FULL = Set.of(14031, 12501);

    private Failures() {}

    static Exit exit(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.exit();
        }
        if (isBadUri(failure) || isBadName(failure)) {
            return Exit.USAGE;
        }
        if (isRefusedByServer(failure)) {
            return Exit.PRECONDITION;
        }
        return isUnreachable(failure) ? Exit.UNREACHABLE : Exit.UNEXPECTED;
    }

    static String sentence(Exception failure) {
        if (failure instanceof Refusal) {
            return String.valueOf(failure.getMessage());
        }
        if (exit(failure) == Exit.USAGE) {
            return isBadName(failure)
                    ? "That is no name for a database; check --database and the names per service."
                    : "The URI is not one of MongoDB's (mongodb://host:port/...); check --uri or EARLYBIRD_MONGODB_URI.";
        }
        if (failure instanceof MongoIncompatibleDriverException) {
            return "The server is older than this migrator can speak to; upgrade it to MongoDB 5.0 or newer.";
        }
        if (isRefusedByServer(failure)) {
            return "The database refuses this user; give it readWrite on the suite's databases, or use --uri with one"
                    + " that has it.";
        }
        if (isDiskFull(failure)) {
            return "The database's disk is full; make room, then run the same command again: it goes on where it was.";
        }
        if (isUnreachable(failure)) {
            return unreachable(failure);
        }
        return "Unexpected: " + failure + "; nothing is half done that the same command would not finish.";
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
                || (failure instanceof ExecutionException && failure.getCause() instanceof RetriableException);
    }
}
