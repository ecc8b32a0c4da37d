package app.earlybird.auth.account.domain;

import app.earlybird.kit.domain.Failure;
import java.nio.charset.StandardCharsets;

/** What a password must be. bcrypt reads 72 bytes and no more, so a longer one is refused, not cut. */
public final class PasswordPolicy {

    public static final int MIN_CHARACTERS = 8;
    public static final int MAX_BYTES = 72;

    private PasswordPolicy() {}

    /** @param published whether it is one that everybody knows */
    public static void check(String field, String password, String notThis, boolean published) {
        check(field, password, notThis);
        if (published) {
            throw Failure.invalid(field, "must not be the default password");
        }
    }

    /**
     * @param field the name of the field in the request
     * @param notThis one that is known to others or was there before
     */
    public static void check(String field, String password, String notThis) {
        if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
            throw Failure.invalid(field, "must have at least " + MIN_CHARACTERS + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Failure.invalid(field, "must have at most " + MAX_BYTES + " bytes in UTF-8");
        }
        if (password.equals(notThis)) {
            throw Failure.invalid(field, "must differ from the password it replaces");
        }
    }
}
