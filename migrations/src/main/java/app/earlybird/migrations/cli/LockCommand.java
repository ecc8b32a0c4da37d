package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import app.earlybird.migrations.engine.Settings;
import org.bson.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lock",
        description = "Who is at work. A holder that has died is followed after its lease by itself.",
        synopsisSubcommandLabel = "COMMAND")
final class LockCommand {

    @Command(name = "show", description = "The holder, its token and when it last gave a sign of life.")
    int show(@Mixin DatabaseOptions options, @Mixin Output output) {
        try (var client = options.client()) {
            var lock = Lease.show(options.databases(client));
            var held = lock != null && lock.getString("owner") != null;
            output.print(
                    new Answer("lock show", held ? "held" : "free", Exit.OK).with("lock", Answer.plain(lock)),
                    () -> output.out()
                            .println(
                                    lock == null || !held
                                            ? "Free."
                                            : "Held by %s, token %s, last sign of life %s."
                                                    .formatted(
                                                            lock.getString("owner"),
                                                            lock.get("token"),
                                                            Answer.plain(lock.get("renewed_at")))));
        }
        return Exit.OK.code();
    }

    @Command(
            name = "release",
            description = "Takes it from its holder, who stops before its next write. Kept in the history.")
    int release(
            @Mixin DatabaseOptions options,
            @Mixin Output output,
            @Option(names = "--force", required = true, description = "Yes, although its holder may be at work.")
                    boolean force,
            @Option(names = "--reason", required = true, description = "Why, for those who ask later.") String reason) {
        try (var client = options.client()) {
            var databases = options.databases(client);
            var released = force && Lease.release(databases);
            if (released) {
                new Engine(Changes.all(), databases, Settings.of(RunOptions.owner()))
                        .remember(new Document("event", "lock_released").append("reason", reason));
            }
            output.print(
                    new Answer("lock release", released ? "released" : "free", Exit.OK),
                    () -> output.out().println(released ? "Released." : "Nobody held it."));
        }
        return Exit.OK.code();
    }
}
