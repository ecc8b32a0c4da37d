package app.earlybird.auth.throttle.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import app.earlybird.auth.runtime.Expiring;
import app.earlybird.auth.throttle.application.Attempts;
import app.earlybird.auth.throttle.domain.Failures;
import app.earlybird.kit.domain.StaleVersion;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.kit.mongo.MongoErrors;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class MongoAttempts implements Attempts, Expiring, ReactivePanacheMongoRepositoryBase<AttemptsDocument, String> {

    private static final String KEY = "_id";
    private static final String FAILURES = "failures";
    private static final String EXPIRES = "expires_at";

    @Override
    public Uni<Failures> of(String key) {
        return mongoCollection()
                .find(eq(KEY, key))
                .collect()
                .first()
                .map(document -> document == null ? Failures.none(key) : document.toFailures());
    }

    @Override
    public Uni<Void> store(Failures failures) {
        return failures.version() == 0 ? insert(failures) : replace(failures);
    }

    @Override
    public Uni<Integer> add(String key, int more, Instant forgottenAt) {
        return increment(key, more).onItem().ifNull().switchTo(() -> first(key, more, forgottenAt));
    }

    @Override
    public Uni<Void> forget(String key) {
        return mongoCollection().deleteOne(eq(KEY, key)).replaceWithVoid();
    }

    @Override
    public Uni<Long> purge(Instant now) {
        return mongoCollection().deleteMany(lt(EXPIRES, now)).map(DeleteResult::getDeletedCount);
    }

    private Uni<Integer> increment(String key, int more) {
        return mongoCollection()
                .findOneAndUpdate(
                        eq(KEY, key),
                        Guarded.update(List.of(Updates.inc(FAILURES, more)), List.of()),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                .map(document -> document == null ? null : document.failures());
    }

    private Uni<Integer> first(String key, int more, Instant forgottenAt) {
        if (more < 0) {
            return Uni.createFrom().item(0);
        }
        return mongoCollection()
                .insertOne(new AttemptsDocument(key, more, null, forgottenAt, 1))
                .replaceWith(more)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() -> increment(key, more).map(count -> count == null ? more : count));
    }

    private Uni<Void> insert(Failures failures) {
        return mongoCollection()
                .insertOne(AttemptsDocument.of(failures))
                .onFailure(MongoErrors::isDuplicateKey)
                .transform(faster -> new StaleVersion())
                .replaceWithVoid();
    }

    private Uni<Void> replace(Failures failures) {
        var changes = List.of(
                Updates.set(FAILURES, failures.count()),
                Updates.set("not_before", failures.notBefore()),
                Updates.set(EXPIRES, failures.forgottenAt()));
        return mongoCollection()
                .updateOne(Guarded.filter(KEY, failures.key(), failures.version()), Guarded.update(changes, List.of()))
                .flatMap(Guarded.orStale())
                .replaceWithVoid();
    }
}
