package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import app.earlybird.migrations.engine.Refusal;
import app.earlybird.migrations.engine.Settings;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lock",
        description = "Who holds the lock. A holder that has died is followed after its lease by itself.",
        synopsisSubcommandLabel = "COMMAND")
final class LockCommand {

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "The holder, its token and when it last gave a sign of life.")
    int show(@Mixin MigrationDatabases options, @Mixin Output output) {
        try (var client = options.client()) {
            var databases = options.databases(client);
            var lock = Lease.show(databases);
            var holder = Lease.holder(databases);
            var expired = holder == null && lock != null && lock.getString("owner") != null;
            output.print(
                    new Answer("lock show", expired ? "expired" : holder == null ? "free" : "held", Exit.OK)
                            .with("lock", Answer.plain(lock)),
                    () -> output.out().println(lock == null ? "Free." : described(lock, holder, expired)));
        }
        return Exit.OK.code();
    }

    private static String described(Document lock, @Nullable String holder, boolean expired) {
        if (expired) {
            return "Left by %s, which has given no sign of life for longer than its lease: the next migrator takes it."
                    .formatted(lock.getString("owner"));
        }
        return holder == null
                ? "Free."
                : "Held by %s, token %s, last sign of life %s."
                        .formatted(holder, lock.get("token"), Answer.plain(lock.get("renewed_at")));
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Takes it from its holder, who stops before its next write. Kept in the history.")
    int release(
            @Mixin MigrationDatabases options,
            @Mixin Output output,
            @Option(names = "--force", required = true, description = "Yes, although its holder may be running.")
                    boolean force,
            @Option(names = "--reason", required = true, description = "Why, for those who ask later.") String reason) {
        if (reason.isBlank()) {
            throw Refusal.usage("--reason must say why.");
        }
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
