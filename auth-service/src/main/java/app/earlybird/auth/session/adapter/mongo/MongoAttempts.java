package app.earlybird.auth.session.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import app.earlybird.auth.session.application.Attempts;
import app.earlybird.auth.session.application.Expiring;
import app.earlybird.auth.session.domain.Failures;
import app.earlybird.auth.session.domain.SessionRefused;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.MongoAggregateStore;
import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.kit.outbox.OutboxWriter;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Singleton
class MongoAttempts extends MongoAggregateStore<Failures, Void, AttemptsDocument>
        implements Attempts, Expiring, ReactivePanacheMongoRepositoryBase<AttemptsDocument, String> {

    private static final String KEY = "_id";

    MongoAttempts(OutboxWriter outbox) {
        super(
                StoredCollection.LOGIN_THROTTLES,
                AttemptsDocument::of,
                AttemptsDocument::toFailures,
                SessionRefused::notFound,
                EventMessages.none(),
                outbox);
    }

    @Override
    public Uni<Integer> add(String key, int more, Instant forgottenAt) {
        return increment(key, more).onItem().ifNull().switchTo(() -> first(key, more, forgottenAt));
    }

    @Override
    public Uni<Void> delete(String key) {
        return mongoCollection().deleteOne(eq(KEY, key)).replaceWithVoid();
    }

    @Override
    public Uni<Long> purge(Instant now) {
        return mongoCollection().deleteMany(lt("expires_at", now)).map(DeleteResult::getDeletedCount);
    }

    private Uni<@Nullable Integer> increment(String key, int more) {
        return mongoCollection()
                .findOneAndUpdate(
                        eq(KEY, key),
                        Updates.combine(Updates.inc("failures", more), Updates.inc("version", 1L)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                .map(document -> document == null ? null : document.failures());
    }

    private Uni<Integer> first(String key, int more, Instant forgottenAt) {
        if (more < 0) {
            return Uni.createFrom().item(0);
        }
        return mongoCollection()
                .insertOne(new AttemptsDocument(key, more, null, forgottenAt))
                .replaceWith(more)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() -> increment(key, more).map(count -> count == null ? more : count));
    }

    @Override
    protected ReactiveMongoCollection<AttemptsDocument> collection() {
        return mongoCollection();
    }
}
