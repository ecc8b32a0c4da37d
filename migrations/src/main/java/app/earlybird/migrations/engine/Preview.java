package app.earlybird.migrations.engine;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * What a plan takes for written, although nothing is: values that {@code up} would put back before it looks for more.
 * Held in memory, about 300 bytes a document, and only between {@code down} and the next {@code up}.
 */
final class Preview {

    private final Map<MongoNamespace, Map<Object, Map<String, Object>>> written = new HashMap<>();

    void add(MongoCollection<Document> collection, List<Backfill> fills) {
        var ofCollection = written.computeIfAbsent(collection.getNamespace(), none -> new HashMap<>());
        fills.forEach(fill -> ofCollection.put(fill.documentId(), fill.values()));
    }

    /** The same document. */
    Document on(MongoCollection<Document> collection, Document read) {
        read.putAll(
                written.getOrDefault(collection.getNamespace(), Map.of()).getOrDefault(Backfill.idOf(read), Map.of()));
        return read;
    }
}
