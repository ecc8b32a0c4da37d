package app.earlybird.auth.key;

import app.earlybird.auth.runtime.AuthConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.PbkdfKey;
import org.jose4j.lang.JoseException;

/** Signing keys leave this service only encrypted with the configured secret. */
@ApplicationScoped
class KeyCipher {

    private static final String KEY_WRAPPING = KeyManagementAlgorithmIdentifiers.PBES2_HS512_A256KW;

    private final PbkdfKey secret;

    KeyCipher(AuthConfig config) {
        this.secret = new PbkdfKey(config.keyEncryptionSecret().orElseThrow());
    }

    String encrypt(RsaJsonWebKey key) {
        var envelope = envelope();
        envelope.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        envelope.setPayload(key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        try {
            return envelope.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("A signing key could not be encrypted", failure);
        }
    }

    RsaJsonWebKey decrypt(String encrypted) {
        try {
            var envelope = envelope();
            envelope.setCompactSerialization(encrypted);
            return (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(envelope.getPayload());
        } catch (JoseException failure) {
            throw new IllegalStateException("A signing key could not be read; is the secret another one?", failure);
        }
    }

    private JsonWebEncryption envelope() {
        var envelope = new JsonWebEncryption();
        envelope.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, KEY_WRAPPING));
        envelope.setAlgorithmHeaderValue(KEY_WRAPPING);
        envelope.setKey(secret);
        return envelope;
    }
}
