package app.earlybird.operations.schema;

import app.earlybird.contracts.Index;
import app.earlybird.contracts.StoredCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/** An index of a collection, as the contracts declare it. */
public record DeclaredIndex(StoredCollection collection, Index index) {

    public static List<DeclaredIndex> all() {
        return Arrays.stream(StoredCollection.values())
                .flatMap(collection -> collection.indexes().stream().map(index -> new DeclaredIndex(collection, index)))
                .toList();
    }

    /** @param keys as the contracts write them */
    public static DeclaredIndex of(StoredCollection collection, String keys) {
        return new DeclaredIndex(collection, collection.index(keys));
    }

    public String name() {
        return index.name();
    }

    /** {@code auth.users.id_1}. */
    public String label() {
        return collection.owner().code() + "." + collection.collectionName() + "." + name();
    }

    Document keys() {
        var keys = new Document();
        index.directions().forEach(keys::append);
        return keys;
    }

    IndexOptions options() {
        return new IndexOptions().name(name()).unique(index.unique()).sparse(index.sparse());
    }
}
