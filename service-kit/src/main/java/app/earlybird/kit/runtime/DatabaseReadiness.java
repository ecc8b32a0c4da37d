package app.earlybird.kit.runtime;

import app.earlybird.contracts.Index;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.outbox.OwnCollections;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and has every index this service needs. Kafka is no part of it: the outbox buffers. */
@Readiness
class DatabaseReadiness implements AsyncHealthCheck {

    private final ReactiveMongoClient mongo;
    private final String database;
    private final OwnCollections collections;

    DatabaseReadiness(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            OwnCollections collections) {
        this.mongo = mongo;
        this.database = database;
        this.collections = collections;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Multi.createFrom()
                .iterable(collections.all())
                .onItem()
                .transformToUniAndMerge(this::missing)
                .onItem()
                .<String>disjoint()
                .collect()
                .asList()
                .map(DatabaseReadiness::answer)
                .onFailure()
                .recoverWithItem(failure -> down("error", failure.getClass().getSimpleName()));
    }

    private Uni<List<String>> missing(StoredCollection collection) {
        return mongo.getDatabase(database)
                .getCollection(collection.collectionName())
                .listIndexes()
                .map(index -> index.getString("name"))
                .collect()
                .with(Collectors.toUnmodifiableSet())
                .map(present -> missing(collection, present));
    }

    private static List<String> missing(StoredCollection collection, Set<String> present) {
        return collection.indexes().stream()
                .map(Index::name)
                .filter(index -> !present.contains(index))
                .map(index -> collection.collectionName() + "." + index)
                .toList();
    }

    private static HealthCheckResponse answer(List<String> missing) {
        return missing.isEmpty()
                ? HealthCheckResponse.up("database")
                : down("missing indexes, run operations schema apply", String.join(", ", missing));
    }

    private static HealthCheckResponse down(String what, String value) {
        return HealthCheckResponse.named("database")
                .withData(what, value)
                .down()
                .build();
    }
}
