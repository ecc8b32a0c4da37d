package app.earlybird.migrations.cli;

import app.earlybird.migrations.change.Changes;
import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that looks at the databases. */
abstract class OnDatabase implements Callable<Integer> {

    @Mixin
    private MigrationDatabases options = new MigrationDatabases();

    @Mixin
    protected Output output = new Output();

    @Override
    public final Integer call() {
        var settings = settings();
        try (var client = options.client()) {
            var databases = options.databases(client);
            return run(new Engine(Changes.all(), databases, settings), databases)
                    .code();
        }
    }

    /** Refuses values that cannot be, before anything is asked. */
    protected Settings settings() {
        return Settings.of(RunOptions.owner());
    }

    abstract Exit run(Engine engine, Databases databases);
}
