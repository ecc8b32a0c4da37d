package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * With an {@code Idempotency-Key} the id of what is created follows from caller, route and key, so that the duplicate key of
 * the database is the answer to a repeat. A secret that all instances share keeps others from computing the id of
 * somebody's next record, or from guessing at a body by its digest.
 */
@Startup
@Singleton
public class IdempotencyKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_SECRET = 32;
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final SecretKeySpec secret;

    IdempotencyKeys(@ConfigProperty(name = "earlybird.idempotency-secret") Optional<String> configured) {
        var text = configured.orElse("");
        if (text.length() < MIN_SECRET) {
            throw new IllegalStateException(
                    "earlybird.idempotency-secret must have at least " + MIN_SECRET + " characters");
        }
        this.secret = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param body compared as JSON: two that differ in any value are two */
    public IdempotencyKey of(@Nullable String key, String caller, String route, Object body) {
        if (key == null) {
            return new IdempotencyKey(Ids.next(), null);
        }
        if (!KEY.matcher(key).matches()) {
            throw Failure.invalid(IdempotencyKey.HEADER, "must be 1 to 200 printable ASCII characters without spaces");
        }
        var id = uuid(ByteBuffer.wrap(hash(caller + '\n' + route + '\n' + key)));
        return new IdempotencyKey(id.toString(), HexFormat.of().formatHex(hash(json(body))));
    }

    /** Version 8 of RFC 9562: the bits are ours. */
    private static UUID uuid(ByteBuffer hash) {
        long high = (hash.getLong() & ~0xf000L) | 0x8000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private byte[] hash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("A body that is no JSON", notOurs);
        }
    }
}
