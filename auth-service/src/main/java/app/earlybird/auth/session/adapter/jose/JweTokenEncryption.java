package app.earlybird.auth.session.adapter.jose;

import app.earlybird.auth.session.application.TokenEncryption;
import app.earlybird.kit.domain.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/** A JWE whose key is derived from a secret of 256 random bits, with a prefix: the stored digest of the secret has none. */
@ApplicationScoped
class JweTokenEncryption implements TokenEncryption {

    private static final String PURPOSE = "previousToken:";
    private static final String DIRECT = KeyManagementAlgorithmIdentifiers.DIRECT;

    @Override
    public String encrypt(String secret, String text) {
        try {
            var envelope = envelope(secret);
            envelope.setAlgorithmHeaderValue(DIRECT);
            envelope.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            envelope.setPayload(text);
            return envelope.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("A token could not be encrypted", failure);
        }
    }

    @Override
    public String decrypt(String secret, String encrypted) {
        try {
            var envelope = envelope(secret);
            envelope.setCompactSerialization(encrypted);
            return envelope.getPayload();
        } catch (JoseException failure) {
            throw new IllegalStateException("An encrypted token could not be decrypted", failure);
        }
    }

    private static JsonWebEncryption envelope(String secret) {
        var envelope = new JsonWebEncryption();
        envelope.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, DIRECT));
        envelope.setKey(new AesKey(Sha256.of(PURPOSE + secret)));
        return envelope;
    }
}
