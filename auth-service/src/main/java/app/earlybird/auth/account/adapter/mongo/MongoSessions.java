package app.earlybird.auth.account.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import app.earlybird.auth.account.adapter.mongo.SessionDocument.HandoverDocument;
import app.earlybird.auth.account.application.Sessions;
import app.earlybird.auth.account.domain.Session;
import app.earlybird.auth.runtime.Expiring;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.mongo.Guarded;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The guard of a session is its newest token: whoever has replaced it was faster. */
@ApplicationScoped
class MongoSessions implements Sessions, Expiring, ReactivePanacheMongoRepositoryBase<SessionDocument, String> {

    private static final String ID = "_id";
    private static final String ENDED = "ended_because";

    private final Session.Life life;

    MongoSessions(Session.Life life) {
        this.life = life;
    }

    @Override
    public Uni<Session> add(Session session) {
        var endsAt = session.times().createdAt().plus(life.absolute());
        return mongoCollection().insertOne(SessionDocument.of(session, endsAt)).replaceWith(session);
    }

    @Override
    public Uni<@Nullable Session> withId(String id) {
        return mongoCollection()
                .find(eq(ID, id))
                .collect()
                .first()
                .map(document -> document == null ? null : document.toSession());
    }

    @Override
    public Uni<Session> replace(Session before, Session rotated) {
        var unchanged = and(eq(ID, before.id()), eq("token_digest", before.tokenDigest()), exists(ENDED, false));
        var changes = Updates.combine(
                Updates.set("token_digest", rotated.tokenDigest()),
                Updates.set("handover", HandoverDocument.of(rotated.handover())),
                Updates.set("used_at", rotated.times().usedAt()));
        return mongoCollection()
                .updateOne(unchanged, changes)
                .flatMap(Guarded.orStale())
                .replaceWith(rotated);
    }

    @Override
    public Uni<Void> end(String id, String because, Instant now) {
        var open = and(eq(ID, id), exists(ENDED, false));
        var changes =
                Updates.combine(Updates.set(ENDED, because), Updates.set("ended_at", now), Updates.unset("handover"));
        return mongoCollection().updateOne(open, changes).replaceWithVoid();
    }

    @Override
    public Uni<Page<Session>> open(String accountId, long epoch, PageRequest page) {
        Bson after = page.after() == null ? empty() : gt(ID, page.after());
        return mongoCollection()
                .find(
                        and(eq("user_id", accountId), eq("account_epoch", epoch), exists(ENDED, false), after),
                        new FindOptions().sort(ascending(ID)).limit(page.limit() + 1))
                .map(SessionDocument::toSession)
                .collect()
                .asList()
                .map(read -> Page.cut(read, page, Session::id));
    }

    @Override
    public Uni<Long> purge(Instant now) {
        return mongoCollection().deleteMany(lt("ends_at", now)).map(DeleteResult::getDeletedCount);
    }
}
