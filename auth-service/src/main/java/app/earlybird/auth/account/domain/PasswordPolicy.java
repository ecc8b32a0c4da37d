package app.earlybird.auth.account.domain;

import app.earlybird.kit.domain.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/** What a password must be. bcrypt reads 72 bytes and no more, so a longer one is refused, not cut. */
public final class PasswordPolicy {

    public static final int MIN_CHARACTERS = 8;
    public static final int MAX_BYTES = 72;
    /** Shorter words would refuse too much. */
    private static final int SHORTEST_WORD = 4;

    private PasswordPolicy() {}

    /**
     * @param field the name of the field in the request
     * @param words what an attacker would try first: names, e-mail, phone of the account, and of the business
     */
    public static void check(String field, String password, Collection<String> words) {
        if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
            throw Failure.invalid(field, "must have at least " + MIN_CHARACTERS + " characters");
        }
        if (!fits(password)) {
            throw Failure.invalid(field, "must have at most " + MAX_BYTES + " bytes in UTF-8");
        }
        var folded = password.toLowerCase(Locale.ROOT);
        if (words.stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .anyMatch(word -> folded.contains(word.toLowerCase(Locale.ROOT)))) {
            throw Failure.invalid(field, "must not contain your name, e-mail or phone, nor the name of this service");
        }
    }

    /** Whether all of it counts. */
    public static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
