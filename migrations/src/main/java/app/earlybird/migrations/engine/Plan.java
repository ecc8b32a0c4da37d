package app.earlybird.migrations.engine;

import java.util.List;

/**
 * What a migration would do.
 *
 * @param indexes to be created, as {@code database.collection.index}
 * @param documents to be changed
 */
public record Plan(List<String> indexes, long documents) {}
