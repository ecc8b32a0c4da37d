package app.earlybird.migrations.engine;

import app.earlybird.operations.cli.Refused;
import app.earlybird.operations.schema.DeclaredIndex;
import app.earlybird.operations.schema.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** The indexes of migrations: {@code down} drops what {@code up} created, and puts back what it replaced. */
final class MigrationIndexes {

    /** Only {@code schema apply} creates it. */
    private static final String OF_THE_SCHEMA = "outbox_since_1";

    private final Databases databases;
    private final Indexes schema;

    MigrationIndexes(Databases databases) {
        this.databases = databases;
        this.schema = new Indexes(databases::collection);
    }

    /**
     * What a migration has done to indexes, and only that is ever taken back.
     *
     * @param created labels
     * @param replaced as the server described them, each with the label of the one in its place
     */
    record Made(List<String> created, List<Document> replaced) {

        static Made of(Document saved) {
            return new Made(
                    saved.getList("created", String.class, List.of()),
                    saved.getList("replaced", Document.class, List.of()));
        }

        Document toDocument() {
            return new Document("created", created).append("replaced", replaced);
        }
    }

    /** Those that do not exist, or are not as declared. */
    List<DeclaredIndex> missing(Collection<DeclaredIndex> wanted) {
        return schema.missing(wanted);
    }

    /**
     * What is to be created, and what is in its place now: both are needed to take it back, so both are kept before
     * anything is created.
     *
     * @param before what an earlier run has kept
     */
    Made intended(Collection<DeclaredIndex> wanted, Made before) {
        var missing = missing(wanted);
        var created = new ArrayList<>(before.created());
        var replaced = new ArrayList<>(before.replaced());
        missing.stream()
                .map(DeclaredIndex::label)
                .filter(label -> !created.contains(label))
                .forEach(created::add);
        for (var index : missing) {
            schema.existing(index).forEach(old -> replaced.add(old.append("label", index.label())));
        }
        return new Made(created, replaced);
    }

    void create(Collection<DeclaredIndex> wanted) {
        try {
            missing(wanted).forEach(schema::create);
        } catch (Refused refused) {
            throw Refusal.precondition(String.valueOf(refused.getMessage()));
        }
    }

    /** Only what the migration created, and nothing in a collection that {@code schema apply} has prepared for a service. */
    List<String> drop(List<DeclaredIndex> declared, Made made) {
        var leaving = declared.stream()
                .filter(index -> made.created().contains(index.label()) && !isOfService(index))
                .toList();
        var dropped = leaving.stream()
                .filter(index -> !schema.existing(index).isEmpty())
                .toList();
        dropped.forEach(schema::drop);
        leaving.forEach(index -> putBack(index, made.replaced()));
        return dropped.stream().map(DeclaredIndex::label).toList();
    }

    private boolean isOfService(DeclaredIndex index) {
        return databases.collection(index.collection()).listIndexes().into(new ArrayList<>()).stream()
                .anyMatch(existing -> OF_THE_SCHEMA.equals(existing.getString("name")));
    }

    /** Whatever its options were. */
    private void putBack(DeclaredIndex index, List<Document> replaced) {
        for (var old : replaced) {
            if (index.label().equals(old.getString("label"))) {
                var again = new Document(old);
                List.of("label", "v", "ns").forEach(again::remove);
                databases
                        .of(index.collection().owner())
                        .runCommand(
                                new Document("createIndexes", index.collection().collectionName())
                                        .append("indexes", List.of(again)));
            }
        }
    }
}
