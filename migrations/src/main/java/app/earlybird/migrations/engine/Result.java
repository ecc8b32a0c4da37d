package app.earlybird.migrations.engine;

import java.util.List;

/**
 * What a migration did.
 *
 * @param indexes created or dropped, as {@code database.collection.index}
 * @param documents changed
 */
public record Result(List<String> indexes, long documents) {}
