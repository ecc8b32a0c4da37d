package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Engine.Status;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Says how every migration stands.")
final class StatusCommand implements Callable<Integer> {

    private static final int PENDING = 3;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--check", description = "Exit 3 when anything is pending.")
    private boolean check;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws JsonProcessingException {
        try (var client = options.client()) {
            var all = new Engine(Changes.all(), options.databases(client)).status();
            print(all);
            return check && all.stream().anyMatch(Status::isPending) ? PENDING : 0;
        }
    }

    private void print(List<Status> all) throws JsonProcessingException {
        var out = spec.commandLine().getOut();
        if (json) {
            var rows = all.stream()
                    .map(row -> Map.of(
                            "id", row.id(), "name", row.name(), "checksum", row.checksum(), "state", row.state()))
                    .toList();
            out.println(new ObjectMapper().writeValueAsString(Map.of("command", "status", "migrations", rows)));
        } else {
            all.forEach(row -> out.printf("%s  %-18s %s%n", row.id(), row.state(), row.name()));
        }
    }
}
