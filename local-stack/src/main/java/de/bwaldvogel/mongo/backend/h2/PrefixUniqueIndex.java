package de.bwaldvogel.mongo.backend.h2;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * The stock index serves a query only when its keys are exactly the index's; this one also serves a query with more
 * conditions, such as {id, version}, by the part of it that is indexed. The server filters the rest. In this package,
 * because the stock constructor is visible here only.
 */
public final class PrefixUniqueIndex extends H2UniqueIndex {

    public PrefixUniqueIndex(MVMap<KeyValue, Object> entries, String name, List<IndexKey> keys, boolean sparse) {
        super(entries, name, keys, sparse);
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        return super.canHandle(indexedPart(query));
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        return super.getPositions(indexedPart(query));
    }

    private Document indexedPart(Document query) {
        var part = new Document();
        collect(query, part);
        return part;
    }

    private void collect(Document query, Document part) {
        for (var condition : query.entrySet()) {
            if (keySet().contains(condition.getKey())) {
                part.putIfAbsent(condition.getKey(), condition.getValue());
            } else if ("$and".equals(condition.getKey()) && condition.getValue() instanceof Collection<?> all) {
                all.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .forEach(each -> collect(each, part));
            }
        }
    }
}
