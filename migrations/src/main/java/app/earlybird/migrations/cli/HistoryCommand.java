package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "history", description = "What was applied, taken back or released, when and by whom.")
final class HistoryCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var client = options.client()) {
            var events =
                    new Engine(Changes.all(), options.databases(client), Settings.of(RunOptions.owner())).history();
            output.print(
                    new Answer("history", "completed", Exit.OK)
                            .with("events", events.stream().map(Answer::plain).toList()),
                    () -> events.forEach(event -> output.out()
                            .printf(
                                    "%s  %-12s %-4s %s %s%n",
                                    Answer.plain(event.get("at")),
                                    event.getString("event"),
                                    event.get("migration", ""),
                                    event.getString("owner"),
                                    event.get("reason", event.get("error", "")))));
        }
        return Exit.OK.code();
    }
}
