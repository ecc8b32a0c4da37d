package app.earlybird.migrations.engine;

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
public record IndexSpec(Owner owner, String collection, String keys, Kind kind) {

    /** What it demands of its values. */
    public enum Kind {
        PLAIN,
        SPARSE,
        UNIQUE,
        UNIQUE_SPARSE
    }

    /** As the server would name it: {@code customer_id_1_created_at_-1}. */
    public String name() {
        return nameOf(keyDocument());
    }

    static String nameOf(Document keys) {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + "_" + (key.getValue() instanceof Number n ? n.intValue() : key.getValue()))
                .collect(Collectors.joining("_"));
    }

    public Document keyDocument() {
        var document = new Document();
        Arrays.stream(keys.split(" ", -1))
                .forEach(key ->
                        document.append(key.startsWith("-") ? key.substring(1) : key, key.startsWith("-") ? -1 : 1));
        return document;
    }

    public boolean isUnique() {
        return kind == Kind.UNIQUE || kind == Kind.UNIQUE_SPARSE;
    }

    public boolean isSparse() {
        return kind == Kind.SPARSE || kind == Kind.UNIQUE_SPARSE;
    }

    public IndexOptions options() {
        return new IndexOptions().name(name()).unique(isUnique()).sparse(isSparse());
    }

    public String label() {
        return owner.name().toLowerCase(Locale.ROOT) + "." + collection + "." + name();
    }
}
