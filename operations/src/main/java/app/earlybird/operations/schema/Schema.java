package app.earlybird.operations.schema;

import app.earlybird.contracts.Owner;
import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Indexes and topics of the whole suite. It creates and corrects what is declared, and touches nothing else. */
public final class Schema {

    /** Labels of indexes and names of topics. */
    public record Changes(List<String> missing, List<String> different) {
        public boolean isEmpty() {
            return missing.isEmpty() && different.isEmpty();
        }
    }

    private final Indexes indexes;
    private final Topics topics;

    /** @param databases the name of each service's database */
    public Schema(MongoClient client, Map<Owner, String> databases, String bootstrapServers, short replication) {
        this.indexes = new Indexes(collection -> client.getDatabase(databases.getOrDefault(collection.owner(), ""))
                .getCollection(collection.collectionName()));
        this.topics = new Topics(bootstrapServers, replication);
    }

    /** What {@link #apply} would do; changes nothing. */
    public Changes status() throws ExecutionException, InterruptedException, TimeoutException {
        return joined(indexChanges(), topics.status());
    }

    public Changes apply() throws ExecutionException, InterruptedException, TimeoutException {
        var changed = indexChanges();
        indexes.missing(DeclaredIndex.all()).forEach(indexes::create);
        return joined(changed, topics.apply());
    }

    private Changes indexChanges() {
        var open = indexes.missing(DeclaredIndex.all());
        return new Changes(labels(open, true), labels(open, false));
    }

    private List<String> labels(List<DeclaredIndex> open, boolean missing) {
        return open.stream()
                .filter(index -> indexes.existing(index).isEmpty() == missing)
                .map(index -> "index " + index.label())
                .toList();
    }

    private static Changes joined(Changes some, Changes others) {
        return new Changes(
                Stream.concat(some.missing().stream(), others.missing().stream())
                        .toList(),
                Stream.concat(some.different().stream(), others.different().stream())
                        .toList());
    }
}
