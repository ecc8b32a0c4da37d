package app.earlybird.auth.account.domain;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a customer's state; its components are the published data.
 *
 * @param answersSequence the {@code ce_sequence} of the state it answers, and also its own: so the answers about one
 *     customer have one counter, whichever document they are stored in
 */
public record LoginProvisioned(
        String customerId,
        String userId,
        String result,
        @Nullable String conflictCode,
        long answersSequence) {

    /** A new login was created. */
    public static final String CREATED = "created";

    /** An existing login now belongs to the customer. */
    public static final String LINKED = "linked";

    public static final String ALREADY_LINKED = "already_linked";

    static LoginProvisioned of(CustomerState customer, String userId, String result) {
        return new LoginProvisioned(customer.id(), userId, result, null, customer.sequence());
    }

    public static LoginProvisioned conflict(CustomerState customer, String userId, String code) {
        return new LoginProvisioned(customer.id(), userId, "conflict", code, customer.sequence());
    }
}
