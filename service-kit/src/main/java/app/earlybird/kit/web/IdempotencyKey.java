package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.domain.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of what a request creates, and the digest of what it asked for. With an {@code Idempotency-Key} the id follows
 * from caller, route and key, so that the duplicate key of the database is the answer to a repeat.
 */
public record IdempotencyKey(String id, @Nullable String digest) {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** @param body compared as JSON: two that differ in any value are two */
    public static IdempotencyKey of(@Nullable String key, String caller, String route, Object body) {
        if (key == null) {
            return new IdempotencyKey(Ids.next(), null);
        }
        if (!KEY.matcher(key).matches()) {
            throw Failure.invalid("Idempotency-Key", "must be 1 to 200 printable ASCII characters");
        }
        var bytes = ByteBuffer.wrap(Sha256.of(caller + '\n' + route + '\n' + key));
        return new IdempotencyKey(uuid(bytes).toString(), Sha256.hex(json(body)));
    }

    /** Fails when the same key came with another body. */
    public void mustMatch(@Nullable String storedDigest) {
        if (digest != null && !digest.equals(storedDigest)) {
            throw new Failure(Failure.Kind.INVALID, "idempotency_key_reused", "This key was used with another request");
        }
    }

    /** Version 8 of RFC 9562: the bits are ours. */
    private static UUID uuid(ByteBuffer hash) {
        long high = (hash.getLong() & ~0xf000L) | 0x8000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("A body that is no JSON", notOurs);
        }
    }
}
