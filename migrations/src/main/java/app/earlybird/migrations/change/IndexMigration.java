package app.earlybird.migrations.change;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Migration;
import app.earlybird.migrations.engine.Plan;
import app.earlybird.migrations.engine.Result;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Creates indexes that are missing, and drops by name those it created. */
record IndexMigration(String id, String name, List<IndexSpec> indexes) implements Migration {

    @Override
    public String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            indexes.forEach(index -> digest.update((index.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public Plan plan(Databases databases) {
        return new Plan(labels(missing(databases)), 0);
    }

    @Override
    public Result up(Databases databases) {
        var created = missing(databases);
        created.forEach(index -> collection(databases, index).createIndex(index.keyDocument(), index.options()));
        return new Result(labels(created), 0);
    }

    @Override
    public Result down(Databases databases) {
        var dropped = new ArrayList<>(indexes);
        dropped.removeAll(missing(databases));
        dropped.forEach(index -> collection(databases, index).dropIndex(index.name()));
        return new Result(labels(dropped), 0);
    }

    private List<IndexSpec> missing(Databases databases) {
        return indexes.stream()
                .filter(index -> !present(collection(databases, index)).contains(index.name()))
                .toList();
    }

    private static Set<String> present(MongoCollection<Document> collection) {
        return collection.listIndexes().map(index -> index.getString("name")).into(new HashSet<>());
    }

    private static MongoCollection<Document> collection(Databases databases, IndexSpec index) {
        return databases.of(index.owner()).getCollection(index.collection());
    }

    private static List<String> labels(List<IndexSpec> indexes) {
        return indexes.stream().map(IndexSpec::label).toList();
    }
}
