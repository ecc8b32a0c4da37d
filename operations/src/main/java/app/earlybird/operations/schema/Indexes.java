package app.earlybird.operations.schema;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.operations.cli.ExitCode;
import app.earlybird.operations.cli.Refused;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** Creates indexes and replaces those that differ; compares them by keys and options. */
public final class Indexes {

    private static final int DUPLICATE_KEY = 11000;

    /** Options with which an index does not hold every document, or not for every query. */
    private static final List<String> NARROWING =
            List.of("partialFilterExpression", "collation", "expireAfterSeconds", "hidden");

    private final Function<StoredCollection, MongoCollection<Document>> collections;

    public Indexes(Function<StoredCollection, MongoCollection<Document>> collections) {
        this.collections = collections;
    }

    /** Those that do not exist, or are not as declared. */
    public List<DeclaredIndex> missing(Collection<DeclaredIndex> wanted) {
        return wanted.stream()
                .filter(index -> existing(index).stream().noneMatch(found -> isAsDeclared(index, found)))
                .toList();
    }

    /** Replaces what has its name or its keys; refuses a unique one where documents have the same value. */
    public void create(DeclaredIndex index) {
        var collection = collections.apply(index.collection());
        existing(index).forEach(old -> collection.dropIndex(old.getString("name")));
        try {
            collection.createIndex(index.keys(), index.options());
        } catch (MongoException failure) {
            if (failure.getCode() != DUPLICATE_KEY) {
                throw failure;
            }
            throw new Refused(
                    ExitCode.PRECONDITION,
                    "Index " + index.label() + " cannot be unique: several documents have the same value;"
                            + " on data of the monolith run `migrations up` first, which lists them in `report conflicts`.");
        }
    }

    /** Drops it where it is as declared. */
    public void drop(DeclaredIndex index) {
        existing(index).stream()
                .filter(found -> isAsDeclared(index, found))
                .forEach(found -> collections.apply(index.collection()).dropIndex(found.getString("name")));
    }

    /** Of the same name or the same keys: several may be. */
    public List<Document> existing(DeclaredIndex index) {
        var existing = new ArrayList<Document>();
        for (var found : collections.apply(index.collection()).listIndexes()) {
            if (index.name().equals(found.getString("name")) || index.name().equals(nameOf(found))) {
                existing.add(found);
            }
        }
        return existing;
    }

    private static boolean isAsDeclared(DeclaredIndex index, Document found) {
        return index.name().equals(nameOf(found))
                && index.index().unique() == Boolean.TRUE.equals(found.get("unique"))
                && index.index().sparse() == Boolean.TRUE.equals(found.get("sparse"))
                && NARROWING.stream().noneMatch(found::containsKey);
    }

    /** As its keys would name it. */
    private static String nameOf(Document found) {
        return found.get("key", Document.class).entrySet().stream()
                .map(key -> key.getKey() + "_" + (key.getValue() instanceof Number n ? n.intValue() : key.getValue()))
                .collect(Collectors.joining("_"));
    }
}
