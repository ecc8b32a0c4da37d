package app.earlybird.local.stack;

import app.earlybird.local.mongo.Mongo;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the stack finds in its database.
 *
 * @param database one for everything, as the monolith's; null for one per service
 * @param before is called when the database has started, before the migrations
 */
public record Contents(@Nullable String database, Consumer<Mongo> before) {

    public static final Contents NONE = new Contents(null, mongo -> {});

    Map<String, String> environment() {
        return database == null
                ? Map.of()
                : Map.of(
                        "EARLYBIRD_DATABASE", database,
                        "EARLYBIRD_AUTH_DATABASE", database,
                        "EARLYBIRD_CUSTOMER_DATABASE", database,
                        "EARLYBIRD_ORDER_DATABASE", database,
                        "EARLYBIRD_DELIVERY_DATABASE", database);
    }
}
