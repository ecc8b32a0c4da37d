package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Settings;
import app.earlybird.migrations.engine.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Says how every migration stands.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private Output output = new Output();

    @Option(names = "--check", description = "Exit 3 when anything is pending.")
    private boolean check;

    @Override
    public Integer call() {
        try (var client = options.client()) {
            var all = new Engine(Changes.all(), options.databases(client), Settings.of(RunOptions.owner())).status();
            var exit = check && all.stream().anyMatch(Status::isPending) ? Exit.PENDING : Exit.OK;
            output.print(
                    new Answer("status", "completed", exit).statuses(all),
                    () -> all.forEach(row -> output.out()
                            .printf("%s  %-18s %s%n", row.id(), row.state().word(), row.name())));
            return exit.code();
        }
    }
}
