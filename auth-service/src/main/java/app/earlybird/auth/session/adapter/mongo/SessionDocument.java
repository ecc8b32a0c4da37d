package app.earlybird.auth.session.adapter.mongo;

import app.earlybird.auth.session.domain.Session;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.AggregateMeta;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A session; of its tokens only digests. Public, because the record codec reads it by reflection.
 *
 * @param endsAt the latest it can be of use, even to detect that an old token is used again
 */
@MongoEntity(collection = StoredCollection.Name.SESSIONS)
public record SessionDocument(
        @BsonId String id,
        @BsonProperty("user_id") String accountId,
        @BsonProperty("family_digest") String familyDigest,
        @BsonProperty("token_digest") String tokenDigest,
        @BsonProperty("previous_token") @Nullable PreviousTokenDocument previousToken,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("used_at") Instant usedAt,
        @BsonProperty("account_epoch") long accountEpoch,
        @BsonProperty("ended_because") @Nullable String endedBecause,
        @BsonProperty("ended_at") @Nullable Instant endedAt,
        @BsonProperty("ends_at") Instant endsAt) {

    /** As stored. */
    public record PreviousTokenDocument(
            String digest,
            @BsonProperty("encrypted_next") String encryptedNext,
            @BsonProperty("replaced_at") Instant replacedAt) {}

    static SessionDocument of(Session session, Instant endsAt) {
        var previous = session.previousToken();
        var end = session.ended();
        return new SessionDocument(
                session.id(),
                session.accountId(),
                session.familyDigest(),
                session.tokenDigest(),
                previous == null
                        ? null
                        : new PreviousTokenDocument(previous.digest(), previous.encryptedNext(), previous.replacedAt()),
                session.times().createdAt(),
                session.times().usedAt(),
                session.accountEpoch(),
                end == null ? null : end.because(),
                end == null ? null : end.at(),
                endsAt);
    }

    Session toSession(AggregateMeta meta) {
        var previous = previousToken == null
                ? null
                : new Session.PreviousToken(
                        previousToken.digest(), previousToken.encryptedNext(), previousToken.replacedAt());
        var end = endedBecause == null
                ? null
                : new Session.End(endedBecause, Objects.requireNonNullElse(endedAt, Instant.EPOCH));
        return new Session(
                id,
                accountId,
                familyDigest,
                tokenDigest,
                previous,
                new Session.Times(createdAt, usedAt),
                accountEpoch,
                end,
                meta);
    }
}
