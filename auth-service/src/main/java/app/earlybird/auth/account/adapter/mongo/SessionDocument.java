package app.earlybird.auth.account.adapter.mongo;

import app.earlybird.auth.account.domain.Session;
import app.earlybird.auth.runtime.Storage;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A session; of its tokens only digests. Public, because the record codec reads it by reflection.
 *
 * @param endsAt the latest it can be of use, even to tell that an old token was used again
 */
@MongoEntity(collection = Storage.SESSIONS)
public record SessionDocument(
        @BsonId String id,
        @BsonProperty("user_id") String accountId,
        @BsonProperty("family_digest") String familyDigest,
        @BsonProperty("token_digest") String tokenDigest,
        @Nullable HandoverDocument handover,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("used_at") Instant usedAt,
        @BsonProperty("account_epoch") long accountEpoch,
        @BsonProperty("ended_because") @Nullable String endedBecause,
        @BsonProperty("ended_at") @Nullable Instant endedAt,
        @BsonProperty("ends_at") Instant endsAt) {

    /** As stored. */
    public record HandoverDocument(
            @BsonProperty("previous_digest") String previousDigest,
            @BsonProperty("sealed_next") String sealedNext,
            Instant at) {

        static @Nullable HandoverDocument of(Session.@Nullable Handover handover) {
            return handover == null
                    ? null
                    : new HandoverDocument(handover.previousDigest(), handover.sealedNext(), handover.at());
        }
    }

    static SessionDocument of(Session session, Instant endsAt) {
        return new SessionDocument(
                session.id(),
                session.accountId(),
                session.familyDigest(),
                session.tokenDigest(),
                HandoverDocument.of(session.handover()),
                session.times().createdAt(),
                session.times().usedAt(),
                session.accountEpoch(),
                session.endedBecause(),
                null,
                endsAt);
    }

    Session toSession() {
        var replaced = handover == null
                ? null
                : new Session.Handover(handover.previousDigest(), handover.sealedNext(), handover.at());
        return new Session(
                id,
                accountId,
                familyDigest,
                tokenDigest,
                replaced,
                new Session.Times(createdAt, usedAt),
                accountEpoch,
                endedBecause);
    }
}
