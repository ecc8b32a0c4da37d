package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Verification;
import app.earlybird.migrations.engine.DatabasePreflight;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Status;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        description = {
            "Whether the indexes are as declared, and both sides of every link agree; exit 4 when not.",
            "A conflict that `report conflicts` lists is no drift."
        })
final class VerifyCommand extends OnDatabase {

    private static final int EXAMPLES = 20;

    @Override
    Exit run(Engine engine, Databases databases) {
        DatabasePreflight.check(databases);
        engine.validate();
        var missing = engine.missingIndexes();
        var breaches = new Verification(databases).breaches(engine::isApplied);
        var unseen = engine.status().stream()
                .filter(Status::isPending)
                .map(Status::id)
                .toList();
        var sound = missing.isEmpty() && breaches.isEmpty();
        var exit = sound ? Exit.OK : Exit.DRIFT;
        var answer = new Answer("verify", sound ? "sound" : "drift", exit)
                .on(databases)
                .with("missing_indexes", missing)
                .with("breaches", breaches)
                .with("not_verified", unseen);
        output.print(answer, () -> {
            output.where(databases);
            missing.forEach(index -> output.out().println("index missing or changed: " + index));
            breaches.forEach((kind, ids) -> output.out().printf("%s: %d%n    %s%n", kind, ids.size(), examples(ids)));
            unseen.forEach(id -> output.out().println("not verified, because not applied: " + id));
            output.out().println(sound ? asItMustBe(engine, unseen) : "See docs/runbooks/migrate.md.");
        });
        return exit;
    }

    private static String asItMustBe(Engine engine, List<String> unseen) {
        if (unseen.isEmpty()) {
            return "No drift was found.";
        }
        return unseen.size() == engine.status().size()
                ? "Nothing is applied here, so nothing was verified."
                : "No drift was found in what is applied.";
    }

    private static String examples(List<String> ids) {
        return String.join(" ", ids.subList(0, Math.min(EXAMPLES, ids.size())));
    }
}
