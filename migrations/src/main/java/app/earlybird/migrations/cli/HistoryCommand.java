package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import picocli.CommandLine.Command;

@Command(name = "history", description = "What was applied, taken back or released, when and by whom.")
final class HistoryCommand extends OnDatabase {

    @Override
    Exit run(Engine engine, Databases databases) {
        var events = engine.history();
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
        return Exit.OK;
    }
}
