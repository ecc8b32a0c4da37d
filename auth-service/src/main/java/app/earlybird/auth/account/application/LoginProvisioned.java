package app.earlybird.auth.account.application;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a customer's state; its components are the published data.
 *
 * @param answersSequence the {@code ce_sequence} of the state it answers
 */
public record LoginProvisioned(
        String customerId,
        String userId,
        String result,
        @Nullable String conflictCode,
        long answersSequence) {

    public static LoginProvisioned created(String customerId, String userId, long sequence) {
        return new LoginProvisioned(customerId, userId, "created", null, sequence);
    }

    public static LoginProvisioned conflict(String customerId, String userId, String code, long sequence) {
        return new LoginProvisioned(customerId, userId, "conflict", code, sequence);
    }
}
