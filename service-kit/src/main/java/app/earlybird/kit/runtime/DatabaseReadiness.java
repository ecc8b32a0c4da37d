package app.earlybird.kit.runtime;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and has every index this service counts on. Kafka is no part of it: the outbox buffers. */
@Readiness
class DatabaseReadiness implements AsyncHealthCheck {

    private final ReactiveMongoClient mongo;
    private final String database;
    private final RequiredIndexes required;

    DatabaseReadiness(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            RequiredIndexes required) {
        this.mongo = mongo;
        this.database = database;
        this.required = required;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Multi.createFrom()
                .iterable(required.byCollection().entrySet())
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

    private Uni<List<String>> missing(Map.Entry<String, List<String>> entry) {
        var collection = entry.getKey();
        return mongo.getDatabase(database)
                .getCollection(collection)
                .listIndexes()
                .map(index -> index.getString("name"))
                .collect()
                .with(Collectors.toUnmodifiableSet())
                .map(present -> lacking(collection, entry.getValue(), present));
    }

    private static List<String> lacking(String collection, List<String> wanted, Set<String> present) {
        return wanted.stream()
                .filter(index -> !present.contains(index))
                .map(index -> collection + "." + index)
                .toList();
    }

    private static HealthCheckResponse answer(List<String> missing) {
        return missing.isEmpty()
                ? HealthCheckResponse.up("database")
                : down("missing indexes, run migrations up", String.join(", ", missing));
    }

    private static HealthCheckResponse down(String what, String value) {
        return HealthCheckResponse.named("database")
                .withData(what, value)
                .down()
                .build();
    }
}
