package app.earlybird.migrations.engine;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;

/** Creates, compares and drops indexes by the names they were created with. */
final class Indexes {

    private static final int DUPLICATE_KEY = 11000;
    /** Options with which an index does not hold every document, or not for every query. */
    private static final List<String> NARROWING =
            List.of("partialFilterExpression", "collation", "expireAfterSeconds", "hidden");

    private final Databases databases;

    Indexes(Databases databases) {
        this.databases = databases;
    }

    /**
     * What a migration has done to indexes, and only that is ever taken back.
     *
     * @param created labels
     * @param replaced as the server described them, each with the label of the one in its place
     */
    record Made(List<String> created, List<Document> replaced) {

        /** That of one index. */
        Made of(IndexSpec spec) {
            return new Made(
                    created.stream().filter(spec.label()::equals).toList(),
                    replaced.stream()
                            .filter(old -> spec.label().equals(old.getString("label")))
                            .toList());
        }

        static Made of(Document saved) {
            return new Made(
                    saved.getList("created", String.class, List.of()),
                    saved.getList("replaced", Document.class, List.of()));
        }

        Document toDocument() {
            return new Document("created", created).append("replaced", replaced);
        }
    }

    /** Those that are not there, or not as they must be. */
    List<IndexSpec> missing(Collection<IndexSpec> wanted) {
        return wanted.stream()
                .filter(spec -> existing(spec).stream().noneMatch(index -> isAsWanted(spec, index)))
                .toList();
    }

    /**
     * What is to be created, and what stands in its place now: both are needed to take it back, so both are kept before
     * anything is created.
     *
     * @param before what an earlier run has kept
     */
    Made intended(Collection<IndexSpec> wanted, Made before) {
        var missing = missing(wanted);
        var created = new ArrayList<>(before.created());
        var replaced = new ArrayList<>(before.replaced());
        missing.stream()
                .map(IndexSpec::label)
                .filter(label -> !created.contains(label))
                .forEach(created::add);
        for (var spec : missing) {
            existing(spec).forEach(old -> replaced.add(old.append("label", spec.label())));
        }
        return new Made(created, replaced);
    }

    void create(Collection<IndexSpec> wanted) {
        for (var spec : missing(wanted)) {
            existing(spec).forEach(old -> collection(spec).dropIndex(old.getString("name")));
            create(spec);
        }
    }

    /** Only what the migration made, and nothing that one of the others still needs. */
    List<String> drop(List<IndexSpec> declared, Made made, Predicate<IndexSpec> needed) {
        var leaving = declared.stream()
                .filter(spec -> made.created().contains(spec.label()) && !needed.test(spec))
                .toList();
        var dropped = leaving.stream().filter(spec -> !existing(spec).isEmpty()).toList();
        dropped.forEach(this::drop);
        leaving.forEach(spec -> putBack(spec, made.replaced()));
        return dropped.stream().map(IndexSpec::label).toList();
    }

    /** Some servers drop an index of that name in every collection: it may be gone by now. */
    private void drop(IndexSpec spec) {
        existing(spec).stream()
                .filter(index -> isAsWanted(spec, index))
                .forEach(index -> collection(spec).dropIndex(index.getString("name")));
    }

    /** Whatever its options were. */
    private void putBack(IndexSpec spec, List<Document> replaced) {
        for (var old : replaced) {
            if (spec.label().equals(old.getString("label"))) {
                var again = new Document(old);
                List.of("label", "v", "ns").forEach(again::remove);
                databases
                        .of(spec.owner())
                        .runCommand(new Document("createIndexes", spec.collection()).append("indexes", List.of(again)));
            }
        }
    }

    private void create(IndexSpec spec) {
        try {
            collection(spec).createIndex(spec.keyDocument(), spec.options());
        } catch (MongoException failure) {
            if (failure.getCode() != DUPLICATE_KEY) {
                throw failure;
            }
            throw Refusal.precondition("Index " + spec.label() + " cannot be unique: several documents hold the same"
                    + " value; `report conflicts` names those it can, mend them and run the same command again.");
        }
    }

    /** Of the same name or the same keys: several may be. */
    private List<Document> existing(IndexSpec spec) {
        var existing = new ArrayList<Document>();
        for (var index : collection(spec).listIndexes()) {
            if (spec.name().equals(index.getString("name")) || spec.name().equals(IndexSpec.nameOf(keys(index)))) {
                existing.add(index);
            }
        }
        return existing;
    }

    private static boolean isAsWanted(IndexSpec spec, Document index) {
        return spec.name().equals(IndexSpec.nameOf(keys(index)))
                && spec.isUnique() == isTrue(index, "unique")
                && spec.isSparse() == isTrue(index, "sparse")
                && NARROWING.stream().noneMatch(index::containsKey);
    }

    private static Document keys(Document index) {
        return index.get("key", Document.class);
    }

    private static boolean isTrue(Document index, String option) {
        return Boolean.TRUE.equals(index.get(option));
    }

    private MongoCollection<Document> collection(IndexSpec spec) {
        return databases.collection(spec.owner(), spec.collection());
    }
}
