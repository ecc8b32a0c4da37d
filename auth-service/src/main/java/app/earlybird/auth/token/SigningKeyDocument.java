package app.earlybird.auth.token;

import app.earlybird.auth.runtime.Storage;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;

/**
 * One signing key. Public, because the record codec reads it by reflection.
 *
 * @param number unique and counted up, so that two instances that start at once make one key
 * @param encryptedKey the private key as a JWE
 */
@MongoEntity(collection = Storage.SIGNING_KEYS)
public record SigningKeyDocument(
        @BsonId String kid,
        int number,
        @BsonProperty("encrypted_key") String encryptedKey,
        @BsonProperty("created_at") Instant createdAt) {}
