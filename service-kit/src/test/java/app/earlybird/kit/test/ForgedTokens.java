package app.earlybird.kit.test;

import app.earlybird.contracts.Roles;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;

/** Tokens of an admin as attackers make them (S12), by what is wrong with each. */
public final class ForgedTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_LONG = 1 << 15;

    private final RsaJsonWebKey ours;
    private final RsaJsonWebKey theirs;

    private ForgedTokens() throws Exception {
        this.ours = (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(TestTokens.KEY, ""));
        this.theirs = RsaJwkGenerator.generateJwk(2048);
        theirs.setKeyId(ours.getKeyId());
    }

    public static Map<String, String> all() throws Exception {
        return new ForgedTokens().tokens();
    }

    private Map<String, String> tokens() throws Exception {
        var tokens = new LinkedHashMap<String, String>();
        tokens.putAll(ofOtherKeys());
        tokens.putAll(ofOtherClaims());
        tokens.putAll(ofOtherBytes(TestTokens.of(Roles.ADMIN, "admin-1")));
        return tokens;
    }

    private Map<String, String> ofOtherKeys() throws Exception {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("key of somebody else", signed(theirs, claims(c -> {}), h -> {}));
        tokens.put("unknown kid", signed(theirs, claims(c -> {}), h -> h.setKeyIdHeaderValue("unknown")));
        tokens.put("kid like a path", signed(theirs, claims(c -> {}), h -> h.setKeyIdHeaderValue("../../etc/passwd")));
        tokens.put("kid like a query", signed(theirs, claims(c -> {}), h -> h.setKeyIdHeaderValue("x' OR '1'='1")));
        tokens.put(
                "jku of the attacker",
                signed(theirs, claims(c -> {}), h -> h.setHeader("jku", "http://127.0.0.1:1/k")));
        tokens.put(
                "x5u of the attacker",
                signed(theirs, claims(c -> {}), h -> h.setHeader("x5u", "http://127.0.0.1:1/k")));
        tokens.put("jwk of the attacker", signed(theirs, claims(c -> {}), h -> h.setJwkHeader(theirs)));
        return tokens;
    }

    private Map<String, String> ofOtherClaims() throws Exception {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("expired", signed(ours, claims(c -> c.put("exp", now() - 3600)), h -> {}));
        tokens.put("without an end", signed(ours, claims(c -> c.remove("exp")), h -> {}));
        tokens.put("not yet valid", signed(ours, claims(c -> c.put("nbf", now() + 3600)), h -> {}));
        tokens.put("longer than any token lives", signed(ours, claims(c -> c.put("exp", now() + 86_400)), h -> {}));
        tokens.put("of another issuer", signed(ours, claims(c -> c.put("iss", "https://evil.example")), h -> {}));
        tokens.put("without an issuer", signed(ours, claims(c -> c.remove("iss")), h -> {}));
        tokens.put("for another audience", signed(ours, claims(c -> c.put("aud", "somebody-else")), h -> {}));
        tokens.put("without an audience", signed(ours, claims(c -> c.remove("aud")), h -> {}));
        return tokens;
    }

    private Map<String, String> ofOtherBytes(String good) throws Exception {
        var parts = good.split("\\.", -1);
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("no signature, alg none", encoded(Map.of("alg", "none", "kid", "test")) + "." + parts[1] + ".");
        tokens.put("alg NONE in capitals", encoded(Map.of("alg", "NONE", "kid", "test")) + "." + parts[1] + ".");
        tokens.put("signature cut off", parts[0] + "." + parts[1] + ".");
        tokens.put("signature of another token", parts[0] + "." + parts[1] + "." + "A".repeat(342));
        tokens.put("HS256 with the public key as its secret", hmac(parts[1]));
        tokens.put("role edited", parts[0] + "." + edited(parts[1], "role", "superadmin") + "." + parts[2]);
        tokens.put("customer edited", parts[0] + "." + edited(parts[1], "customer_v2_id", "c-1") + "." + parts[2]);
        tokens.put("claims doubled", parts[0] + "." + doubled(parts[1]) + "." + parts[2]);
        tokens.put("longer than any header", good + "A".repeat(TOO_LONG));
        tokens.put("no token at all", "null");
        tokens.put("two tokens", good + "," + good);
        return tokens;
    }

    private static Map<String, Object> claims(Consumer<Map<String, Object>> change) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", "https://earlybird.app");
        claims.put("sub", "admin-1");
        claims.put("aud", "earlybird");
        claims.put("groups", List.copyOf(Set.of(Roles.ADMIN)));
        claims.put("role", Roles.ADMIN);
        claims.put("iat", now());
        claims.put("exp", now() + 600);
        claims.put("jti", "forged");
        change.accept(claims);
        return claims;
    }

    private static String signed(RsaJsonWebKey key, Map<String, Object> claims, Consumer<JsonWebSignature> header)
            throws Exception {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("RS256");
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(key.getKeyId());
        header.accept(signature);
        signature.setPayload(JSON.writeValueAsString(claims));
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }

    private String hmac(String payload) throws Exception {
        var input = encoded(Map.of("alg", "HS256", "typ", "JWT", "kid", "test")) + "." + payload;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(ours.getPublicKey().getEncoded(), "HmacSHA256"));
        return input + "." + base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String edited(String payload, String claim, String value) throws Exception {
        var changed = JSON.readValue(
                Base64.getUrlDecoder().decode(payload), new TypeReference<LinkedHashMap<String, Object>>() {});
        changed.put(claim, value);
        return encoded(changed);
    }

    private static String doubled(String payload) {
        var text = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return base64(("{\"role\":\"admin\"," + text.substring(1)).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(Map<String, Object> part) throws Exception {
        return base64(JSON.writeValueAsBytes(part));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
