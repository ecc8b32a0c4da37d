package app.earlybird.auth.account.adapter.jose;

import app.earlybird.auth.account.application.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/** A JWE under a key that follows from a secret of 256 random bits; not from its stored digest, which has no prefix. */
@ApplicationScoped
class JweSeals implements Seals {

    private static final String PURPOSE = "handover:";
    private static final String DIRECT = KeyManagementAlgorithmIdentifiers.DIRECT;

    @Override
    public String seal(String secret, String text) {
        try {
            var envelope = envelope(secret);
            envelope.setAlgorithmHeaderValue(DIRECT);
            envelope.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            envelope.setPayload(text);
            return envelope.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("A token could not be sealed", failure);
        }
    }

    @Override
    public String unseal(String secret, String sealed) {
        try {
            var envelope = envelope(secret);
            envelope.setCompactSerialization(sealed);
            return envelope.getPayload();
        } catch (JoseException failure) {
            throw new IllegalStateException("A sealed token could not be read", failure);
        }
    }

    private static JsonWebEncryption envelope(String secret) {
        var envelope = new JsonWebEncryption();
        envelope.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, DIRECT));
        envelope.setKey(new AesKey(sha256(PURPOSE + secret)));
        return envelope;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
