package app.earlybird.operations.cli;

import picocli.CommandLine.Option;

/** Where Kafka is. */
final class KafkaOptions {

    @Option(
            names = "--bootstrap-servers",
            defaultValue = "${env:EARLYBIRD_KAFKA:-127.0.0.1:9092}",
            description = "Kafka (EARLYBIRD_KAFKA). Default: ${DEFAULT-VALUE}")
    private String bootstrapServers = "";

    String bootstrapServers() {
        return bootstrapServers;
    }
}
