package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "report", description = "Conflicts that need a person.", synopsisSubcommandLabel = "COMMAND")
final class ReportCommand {

    /** How it is written. */
    enum Format {
        JSON,
        CSV
    }

    @Command(
            name = "conflicts",
            mixinStandardHelpOptions = true,
            description = {
                "Documents that could not be linked, by class, with the ids that speak for or against it.",
                "Phones are shown by their last digits only."
            })
    int conflicts(
            @Mixin MigrationDatabases options,
            @Mixin Output output,
            @Option(names = "--format", defaultValue = "csv", description = "json or csv. Default: csv") Format format,
            @Option(names = "--migration", paramLabel = "ID", description = "Of this one only.") @Nullable String migration) {
        if (migration != null
                && Changes.all().stream().noneMatch(each -> each.id().equals(migration))) {
            throw Refusal.unknown(migration);
        }
        try (var client = options.client()) {
            var found = Conflicts.of(options.databases(client), migration);
            if (format == Format.JSON || output.isJson()) {
                output.out()
                        .println(new Answer("report conflicts", "completed", Exit.OK)
                                .with(
                                        "conflicts",
                                        found.stream().map(Answer::plain).toList()));
            } else {
                output.out().println("migration,class,subject,detail");
                found.forEach(conflict -> output.out().println(row(conflict)));
            }
            output.out().flush();
        }
        return Exit.OK.code();
    }

    private static String row(Document conflict) {
        return Stream.of("migration", "kind", "subject", "detail")
                .map(field -> cell(text(conflict.get(field))))
                .collect(Collectors.joining(","));
    }

    /** Also of what somebody else has put there. */
    private static String text(@Nullable Object value) {
        return value instanceof Document document ? document.toJson() : Objects.toString(value, "");
    }

    /** Quoted as RFC 4180 says; a leading sign that a spreadsheet would calculate with is made text. */
    private static String cell(String value) {
        var harmless = value.matches("^[=+\\-@].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
