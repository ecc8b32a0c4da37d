package app.earlybird.auth.session.adapter.mongo;

import app.earlybird.auth.session.domain.Failures;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.AggregateMeta;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is counted under one key. Public, because the record codec reads it by reflection.
 *
 * @param notBefore null in a window's counter
 */
@MongoEntity(collection = StoredCollection.Name.LOGIN_THROTTLES)
public record AttemptsDocument(
        @BsonId String key,
        int failures,
        @BsonProperty("not_before") @Nullable Instant notBefore,
        @BsonProperty("expires_at") Instant expiresAt) {

    static AttemptsDocument of(Failures failures) {
        return new AttemptsDocument(failures.key(), failures.count(), failures.notBefore(), failures.forgottenAt());
    }

    Failures toFailures(AggregateMeta meta) {
        return new Failures(key, failures, Objects.requireNonNullElse(notBefore, Instant.EPOCH), meta);
    }
}
