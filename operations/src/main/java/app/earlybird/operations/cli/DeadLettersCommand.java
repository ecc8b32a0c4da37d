package app.earlybird.operations.cli;

import app.earlybird.operations.events.DeadLetter;
import app.earlybird.operations.events.DeadLetters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dlt",
        description = "Dead letters: events that a consumer could not handle.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DeadLettersCommand.ListAll.class, DeadLettersCommand.Show.class, DeadLettersCommand.Redrive.class
        })
final class DeadLettersCommand {

    /** What all commands need. */
    abstract static class OnDeadLetters implements Callable<Integer> {

        @Mixin
        private KafkaOptions kafka = new KafkaOptions();

        @Mixin
        protected Output output = new Output();

        @Override
        public final Integer call() throws ExecutionException, InterruptedException {
            return run(new DeadLetters(kafka.bootstrapServers()));
        }

        abstract int run(DeadLetters letters) throws ExecutionException, InterruptedException;

        int print(List<DeadLetter> letters, String what) {
            var lines = new ArrayList<String>();
            letters.forEach(letter -> lines.add("%s  key=%s  id=%s  type=%s  reason=%s"
                    .formatted(letter.position(), letter.key(), letter.eventId(), letter.type(), letter.reason())));
            lines.add(letters.size() + " " + what + ".");
            return output.print(
                    ExitCode.OK,
                    Map.of("items", letters.stream().map(OnDeadLetters::fields).toList()),
                    lines);
        }

        static String noLetterAt(String position) {
            return "There is no dead letter at " + position
                    + "; `events dlt list` shows them as TOPIC:PARTITION:OFFSET.";
        }

        static String cutSentence(DeadLetter letter) {
            return letter.position() + " is cut and is not redriven; the whole event is at "
                    + letter.originalPosition();
        }

        static Map<String, Object> fields(DeadLetter letter) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("position", letter.position());
            fields.put("topic", letter.originalTopic());
            fields.put("key", letter.key());
            fields.put("event_id", letter.eventId());
            fields.put("type", letter.type());
            fields.put("reason", letter.reason());
            return fields;
        }
    }

    @Command(
            name = "list",
            description = "Position, key, event and reason of each that was not redriven; never its data.")
    static final class ListAll extends OnDeadLetters {
        @Override
        int run(DeadLetters letters) {
            return print(letters.waiting(), "waiting");
        }
    }

    @Command(name = "show", description = "One with its headers; with --data also its value, which may be personal.")
    static final class Show extends OnDeadLetters {

        @Parameters(paramLabel = "TOPIC:PARTITION:OFFSET", description = "Its position, as list shows it.")
        private String position = "";

        @Option(names = "--data", description = "Also the value.")
        private boolean data;

        @Override
        int run(DeadLetters letters) {
            var letter = letters.find(position).orElseThrow(() -> new Refused(ExitCode.USAGE, noLetterAt(position)));
            var fields = fields(letter);
            fields.put("size", letter.size());
            fields.put("headers", letter.headers());
            if (data) {
                fields.put("data", letter.data());
            }
            var lines = new ArrayList<String>();
            fields.forEach((name, value) -> lines.add("%-10s %s".formatted(name, value)));
            return output.print(ExitCode.OK, fields, lines);
        }
    }

    @Command(
            name = "redrive",
            description = {
                "Sends dead letters back to the topic they came from, with their event id, once the cause is repaired.",
                "An event that is older than what the consumer has applied since is superseded and changes nothing."
            })
    static final class Redrive extends OnDeadLetters {

        /** All of them or one, never neither. */
        static final class Chosen {
            @Option(names = "--all", required = true, description = "Every one that was not redriven yet.")
            @SuppressWarnings("UnusedVariable") // its presence excludes --id
            private boolean all;

            @Nullable @Option(
                    names = "--id",
                    required = true,
                    paramLabel = "TOPIC:PARTITION:OFFSET",
                    description = "One, by its position as list shows it.")
            private String position;
        }

        @ArgGroup(multiplicity = "1")
        private Chosen chosen = new Chosen();

        @Option(names = "--dry-run", description = "Only shows what would be sent.")
        private boolean dryRun;

        @Override
        int run(DeadLetters letters) throws ExecutionException, InterruptedException {
            var position = chosen.position;
            var wanted = letters.waiting().stream()
                    .filter(letter -> position == null || letter.position().equals(position))
                    .toList();
            if (position != null && wanted.isEmpty()) {
                throw new Refused(ExitCode.USAGE, noLetterAt(position));
            }
            var cut = wanted.stream().filter(DeadLetter::isCut).toList();
            if (position != null && !cut.isEmpty()) {
                throw new Refused(ExitCode.PRECONDITION, cutSentence(cut.getFirst()));
            }
            cut.forEach(letter -> output.warn(cutSentence(letter)));
            if (dryRun) {
                return print(wanted.stream().filter(letter -> !letter.isCut()).toList(), "would be redriven");
            }
            return print(position == null ? letters.redriveAll() : letters.redrive(position), "redriven");
        }
    }
}
