package app.earlybird.kit.test;

import app.earlybird.contracts.Roles;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** Tokens as auth-service makes them, signed with a key of this test run. */
public final class TestTokens {

    static final String KEY = "earlybird.test.signing-key";
    private static final String PUBLISHED = "earlybird.test.jwks";

    private TestTokens() {}

    public static String of(String role, String subject) {
        return sign(claims(role, subject, "earlybird"));
    }

    public static String ofCustomer(String customerId) {
        return sign(claims(Roles.CUSTOMER, "user-of-" + customerId, "earlybird").claim("customer_v2_id", customerId));
    }

    public static String ofService(String audience) {
        return sign(claims(Roles.SERVICE, "some-service", audience));
    }

    /** Of an account that must still set its own password. */
    public static String beforePasswordChange(String role) {
        return sign(claims(role, "newcomer", "earlybird").claim("scope", "password:change"));
    }

    /** The file services of this test run take their keys from. */
    static String publishKeys() {
        if (System.getProperty(PUBLISHED) == null) {
            try {
                var key = RsaJwkGenerator.generateJwk(2048);
                key.setKeyId("test");
                key.setUse("sig");
                System.setProperty(KEY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
                var file = Files.createTempFile(Path.of("target"), "jwks", ".json");
                Files.writeString(file, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
                System.setProperty(PUBLISHED, file.toUri().toString());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (JoseException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return System.getProperty(PUBLISHED, "");
    }

    private static JwtClaimsBuilder claims(String role, String subject, String audience) {
        return Jwt.issuer("https://earlybird.app")
                .subject(subject)
                .audience(audience)
                .groups(Set.of(role))
                .claim("role", role)
                .claim("name", "Name of " + subject)
                .expiresIn(600);
    }

    private static String sign(JwtClaimsBuilder claims) {
        try {
            var key = PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(KEY, ""));
            return claims.jws().keyId("test").sign(key.getPrivateKey());
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
