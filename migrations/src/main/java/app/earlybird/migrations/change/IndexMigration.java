package app.earlybird.migrations.change;

import app.earlybird.migrations.engine.IndexSpec;
import app.earlybird.migrations.engine.Migration;
import java.util.List;

/** Creates the indexes that are missing, and drops by name those it created. */
record IndexMigration(String id, String name, List<IndexSpec> indexes) implements Migration {}
