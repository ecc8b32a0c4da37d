package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import org.jspecify.annotations.Nullable;

/** The id of what a request creates, and the digest of what it asked for when it carries a key; see {@link IdempotencyKeys}. */
public record IdempotencyKey(String id, @Nullable String digest) {

    public static final String HEADER = "Idempotency-Key";

    /** Fails when the same key came with another body. */
    public void mustMatch(@Nullable String storedDigest) {
        if (digest != null && !digest.equals(storedDigest)) {
            throw new Failure(Failure.Kind.INVALID, "idempotency_key_reused", "This key was used with another request");
        }
    }
}
