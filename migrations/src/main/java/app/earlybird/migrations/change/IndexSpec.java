package app.earlybird.migrations.change;

import app.earlybird.migrations.engine.Databases.Owner;
import com.mongodb.client.model.IndexOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * One index.
 *
 * @param keys field names, a minus before one that descends
 */
record IndexSpec(Owner owner, String collection, String keys, Kind kind) {

    enum Kind {
        PLAIN,
        SPARSE,
        UNIQUE,
        UNIQUE_SPARSE
    }

    /** As the server would name it: {@code customer_id_1_created_at_-1}. */
    String name() {
        return keyDocument().entrySet().stream()
                .map(key -> key.getKey() + "_" + key.getValue())
                .collect(Collectors.joining("_"));
    }

    Document keyDocument() {
        var document = new Document();
        Arrays.stream(keys.split(" ", -1))
                .forEach(key ->
                        document.append(key.startsWith("-") ? key.substring(1) : key, key.startsWith("-") ? -1 : 1));
        return document;
    }

    IndexOptions options() {
        return new IndexOptions()
                .name(name())
                .unique(kind == Kind.UNIQUE || kind == Kind.UNIQUE_SPARSE)
                .sparse(kind == Kind.SPARSE || kind == Kind.UNIQUE_SPARSE);
    }

    String label() {
        return owner.name().toLowerCase(Locale.ROOT) + "." + collection + "." + name();
    }
}
