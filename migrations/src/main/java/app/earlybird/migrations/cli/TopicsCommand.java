package app.earlybird.migrations.cli;

import app.earlybird.migrations.topics.Topics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "topics", description = "The Kafka topics of the suite.", synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description =
                    "Creates missing topics and corrects settings; deletes nothing. A second run changes nothing.")
    int apply(
            @Option(
                            names = "--bootstrap-servers",
                            defaultValue = "${env:EARLYBIRD_KAFKA:-127.0.0.1:9092}",
                            description = "Kafka (EARLYBIRD_KAFKA). Default: ${DEFAULT-VALUE}")
                    String bootstrapServers,
            @Option(
                            names = "--replication-factor",
                            defaultValue = "${env:EARLYBIRD_KAFKA_REPLICATION:-1}",
                            description = "Copies of each new topic. Default: ${DEFAULT-VALUE}")
                    short replication)
            throws ExecutionException, InterruptedException, TimeoutException {
        var applied = new Topics(bootstrapServers, replication).apply();
        var out = spec.commandLine().getOut();
        applied.created().forEach(topic -> out.println("created " + topic));
        applied.changed().forEach(topic -> out.println("changed " + topic));
        out.println(applied.created().isEmpty() && applied.changed().isEmpty() ? "Nothing to do." : "Done.");
        return 0;
    }
}
