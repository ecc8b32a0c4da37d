package app.earlybird.operations.cli;

import app.earlybird.operations.schema.Schema;
import com.mongodb.client.MongoClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "schema",
        description = "Indexes and topics of the suite, as its contracts declare them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SchemaCommand.Apply.class, SchemaCommand.Status.class})
final class SchemaCommand {

    /** What both commands need. */
    abstract static class OnSchema implements Callable<Integer> {

        @Mixin
        private DatabaseOptions databases = new DatabaseOptions();

        @Mixin
        private KafkaOptions kafka = new KafkaOptions();

        @Option(
                names = "--replication-factor",
                defaultValue = "${env:EARLYBIRD_KAFKA_REPLICATION:-1}",
                description = "Copies of each new topic (EARLYBIRD_KAFKA_REPLICATION). Default: ${DEFAULT-VALUE}")
        private short replication = 1;

        @Mixin
        protected Output output = new Output();

        @Override
        public final Integer call() throws ExecutionException, InterruptedException, TimeoutException {
            var names = databases.names();
            try (MongoClient client = databases.client()) {
                return run(new Schema(client, names, kafka.bootstrapServers(), replication));
            }
        }

        abstract int run(Schema schema) throws ExecutionException, InterruptedException, TimeoutException;

        static List<String> lines(Schema.Changes changes, String created, String changed) {
            var lines = new ArrayList<String>();
            changes.missing().forEach(what -> lines.add(created + " " + what));
            changes.different().forEach(what -> lines.add(changed + " " + what));
            return lines;
        }
    }

    @Command(
            name = "apply",
            description = {
                "Creates missing indexes and topics, and corrects those that differ. A second run changes nothing.",
                "Every deploy runs it, before the services start."
            })
    static final class Apply extends OnSchema {
        @Override
        int run(Schema schema) throws ExecutionException, InterruptedException, TimeoutException {
            var done = schema.apply();
            var lines = lines(done, "created", "corrected");
            lines.add(done.isEmpty() ? "Nothing to do." : "Done.");
            return output.print(ExitCode.OK, Map.of("created", done.missing(), "corrected", done.different()), lines);
        }
    }

    @Command(name = "status", description = "What apply would do; exit 3 when that is anything.")
    static final class Status extends OnSchema {
        @Override
        int run(Schema schema) throws ExecutionException, InterruptedException, TimeoutException {
            var open = schema.status();
            var lines = lines(open, "missing", "different");
            lines.add(open.isEmpty() ? "All indexes and topics are as declared." : "`schema apply` corrects this.");
            return output.print(
                    open.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT,
                    Map.of("missing", open.missing(), "different", open.different()),
                    lines);
        }
    }
}
