package app.earlybird.migrations.cli;

import app.earlybird.migrations.events.DeadLetter;
import app.earlybird.migrations.events.DeadLetters;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "dlt",
        description =
                "Events a consumer gave up (dead letters): see them, and send them back once the cause is mended.",
        synopsisSubcommandLabel = "COMMAND")
final class DeadLettersCommand {

    /** All of them or one, never neither. */
    static final class Chosen {
        @Option(names = "--all", required = true, description = "Every one that was not redriven yet.")
        @SuppressWarnings("UnusedVariable") // that it is given is what counts: it excludes --id
        private boolean all;

        @Nullable @Option(
                names = "--id",
                required = true,
                paramLabel = "TOPIC:PARTITION:OFFSET",
                description = "One, by its position as list shows it.")
        private String position;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--bootstrap-servers",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:EARLYBIRD_KAFKA:-127.0.0.1:9092}",
            description = "Kafka (EARLYBIRD_KAFKA). Default: ${DEFAULT-VALUE}")
    private String bootstrapServers = "";

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Where each lies, its key, its event and why it was given up; never its data.")
    int list() {
        print(new DeadLetters(bootstrapServers).waiting(), "waiting");
        return 0;
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description =
                    "Sends dead letters back to the topic they came from, with their event id; what was overtaken meanwhile is"
                            + " answered as superseded.")
    int redrive(
            @ArgGroup(multiplicity = "1") Chosen chosen,
            @Option(names = "--dry-run", description = "Only says what would be sent.") boolean dryRun)
            throws ExecutionException, InterruptedException {
        var letters = new DeadLetters(bootstrapServers);
        var position = chosen.position;
        if (dryRun) {
            print(
                    letters.waiting().stream()
                            .filter(letter ->
                                    position == null || letter.position().equals(position))
                            .toList(),
                    "would be redriven");
            return 0;
        }
        var sent = position == null ? letters.redriveAll() : letters.redrive(position);
        print(sent, "redriven");
        return position != null && sent.isEmpty() ? 2 : 0;
    }

    private void print(List<DeadLetter> letters, String what) {
        var out = spec.commandLine().getOut();
        letters.forEach(letter -> out.printf(
                "%s  key=%s  id=%s  type=%s  reason=%s%n",
                letter.position(), letter.key(), letter.eventId(), letter.type(), letter.reason()));
        out.println(letters.size() + " " + what + ".");
    }
}
