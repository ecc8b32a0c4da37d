package app.earlybird.auth.key;

import app.earlybird.contracts.StoredCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One signing key. Public, because the record codec reads it by reflection.
 *
 * @param number unique and counted up, so that two instances that make one at once make one
 * @param encryptedKey the private key as a JWE
 * @param activeFrom missing in keys made before there was rotation
 */
@MongoEntity(collection = StoredCollection.Name.SIGNING_KEYS)
public record SigningKeyDocument(
        @BsonId String kid,
        int number,
        @BsonProperty("encrypted_key") String encryptedKey,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("active_from") @Nullable Instant activeFrom) {

    Instant signsFrom() {
        return Objects.requireNonNullElse(activeFrom, createdAt);
    }
}
