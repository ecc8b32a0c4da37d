package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Settings;
import app.earlybird.migrations.engine.Surroundings;
import picocli.CommandLine.Mixin;

/** A command that runs migrations, or pretends to: only where they belong. */
abstract class AtWork extends OnDatabase {

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    protected final Settings settings() {
        return run.settings();
    }

    @Override
    final Exit run(Engine engine, Databases databases) {
        Surroundings.check(databases);
        return work(engine, databases);
    }

    abstract Exit work(Engine engine, Databases databases);
}
