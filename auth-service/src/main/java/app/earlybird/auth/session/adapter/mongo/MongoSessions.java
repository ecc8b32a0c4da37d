package app.earlybird.auth.session.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import app.earlybird.auth.session.application.Expiring;
import app.earlybird.auth.session.application.Sessions;
import app.earlybird.auth.session.domain.Session;
import app.earlybird.auth.session.domain.SessionRefused;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.MongoAggregateStore;
import app.earlybird.kit.outbox.OutboxWriter;
import com.mongodb.client.result.DeleteResult;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
class MongoSessions extends MongoAggregateStore<Session, Void, SessionDocument>
        implements Sessions, Expiring, ReactivePanacheMongoRepositoryBase<SessionDocument, String> {

    MongoSessions(Session.Life life, OutboxWriter outbox) {
        super(
                StoredCollection.SESSIONS,
                session ->
                        SessionDocument.of(session, session.times().createdAt().plus(life.absolute())),
                SessionDocument::toSession,
                SessionRefused::notFound,
                EventMessages.none(),
                outbox);
    }

    @Override
    public Uni<Page<Session>> listOpen(String accountId, long epoch, PageRequest page) {
        var open = and(eq("user_id", accountId), eq("account_epoch", epoch), exists("ended_because", false));
        return reader().pageBy("_id", open, page);
    }

    @Override
    public Uni<Long> purge(Instant now) {
        return mongoCollection().deleteMany(lt("ends_at", now)).map(DeleteResult::getDeletedCount);
    }

    @Override
    protected ReactiveMongoCollection<SessionDocument> collection() {
        return mongoCollection();
    }
}
