package app.earlybird.auth.throttle.adapter.mongo;

import app.earlybird.auth.runtime.Storage;
import app.earlybird.auth.throttle.domain.Failures;
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
@MongoEntity(collection = Storage.LOGIN_THROTTLES)
public record AttemptsDocument(
        @BsonId String key,
        int failures,
        @BsonProperty("not_before") @Nullable Instant notBefore,
        @BsonProperty("expires_at") Instant expiresAt,
        long version) {

    static AttemptsDocument of(Failures failures) {
        return new AttemptsDocument(
                failures.key(), failures.count(), failures.notBefore(), failures.forgottenAt(), failures.version() + 1);
    }

    Failures toFailures() {
        return new Failures(key, failures, Objects.requireNonNullElse(notBefore, Instant.EPOCH), version);
    }
}
