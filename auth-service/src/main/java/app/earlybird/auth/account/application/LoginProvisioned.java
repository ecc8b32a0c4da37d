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

    /** A new login. */
    public static final String CREATED = "created";

    /** A login that was there belongs to the customer now. */
    public static final String LINKED = "linked";

    public static final String ALREADY_LINKED = "already_linked";

    public static LoginProvisioned of(Logins.Login login, String result) {
        return new LoginProvisioned(login.customerId(), login.userId(), result, null, login.customerSequence());
    }

    public static LoginProvisioned conflict(Logins.Login login, String code) {
        return new LoginProvisioned(login.customerId(), login.userId(), "conflict", code, login.customerSequence());
    }
}
