package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.DatabasePreflight;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Status;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "The state of every migration.")
final class StatusCommand extends OnDatabase {

    @Option(
            names = "--check",
            description = "Exit 3 when anything is pending, 4 when an applied one was edited or is unknown here.")
    private boolean check;

    @Override
    Exit run(Engine engine, Databases databases) {
        DatabasePreflight.check(databases);
        var all = engine.status();
        var exit = check ? checked(all) : Exit.OK;
        output.print(
                new Answer("status", "completed", exit).statuses(all),
                () -> all.forEach(row -> output.out().printf("%s  %-18s %s%n", row.id(), state(row), row.name())));
        return exit;
    }

    private static String state(Status row) {
        return row.command().isEmpty() ? row.state().code() : row.state().code() + " (" + row.command() + ")";
    }

    private static Exit checked(List<Status> all) {
        if (all.stream().anyMatch(Status::isDrift)) {
            return Exit.DRIFT;
        }
        return all.stream().anyMatch(Status::isPending) ? Exit.PENDING : Exit.OK;
    }
}
