package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.change.Verification;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Settings;
import app.earlybird.migrations.engine.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = {
            "Whether the indexes are as they must be, and both sides of every link agree; exit 4 when not.",
            "What `report conflicts` lists is known, and no drift."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int EXAMPLES = 20;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var client = options.client()) {
            var databases = options.databases(client);
            Surroundings.check(databases);
            var engine = new Engine(Changes.all(), databases, Settings.of(RunOptions.owner()));
            engine.validate();
            var missing = engine.missingIndexes();
            var breaches = new Verification(databases).breaches(engine.isApplied("003"), engine.isApplied("002"));
            var sound = missing.isEmpty() && breaches.isEmpty();
            var exit = sound ? Exit.OK : Exit.DRIFT;
            output.print(
                    new Answer("verify", sound ? "sound" : "drift", exit)
                            .with("missing_indexes", missing)
                            .with("breaches", breaches),
                    () -> {
                        missing.forEach(index -> output.out().println("index missing or changed: " + index));
                        breaches.forEach((kind, ids) ->
                                output.out().printf("%s: %d%n    %s%n", kind, ids.size(), examples(ids)));
                        output.out().println(sound ? "All as it must be." : "See docs/runbooks/migrate.md.");
                    });
            return exit.code();
        }
    }

    private static String examples(List<String> ids) {
        return String.join(" ", ids.subList(0, Math.min(EXAMPLES, ids.size())));
    }
}
