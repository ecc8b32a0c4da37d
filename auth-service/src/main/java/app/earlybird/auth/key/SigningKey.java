package app.earlybird.auth.key;

import java.time.Instant;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * A key of this service.
 *
 * @param number counted up; a key with a higher one follows it
 * @param activeFrom it is published before, so that everybody knows it when it signs
 */
record SigningKey(RsaJsonWebKey key, int number, Instant createdAt, Instant activeFrom) {

    @Override
    public String toString() {
        return "SigningKey[" + key.getKeyId() + "]";
    }
}
