package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.PasswordPolicy;
import app.earlybird.kit.domain.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which passwords somebody may have. */
@ApplicationScoped
public class PasswordRules {

    private static final List<String> OF_THE_BUSINESS = List.of("earlybird", "early bird", "early-bird", "early_bird");
    private static final int NATIONAL_DIGITS = 10;

    private final Passwords passwords;

    PasswordRules(Passwords passwords) {
        this.passwords = passwords;
    }

    /** @param field the name of the field in the request */
    public void check(String field, String password, Email email, Account.Profile profile) {
        PasswordPolicy.check(field, password, wordsOf(email, profile));
        if (passwords.isKnownToAll(password)) {
            throw Failure.invalid(field, "is one of the most common passwords");
        }
    }

    private static List<String> wordsOf(Email email, Account.Profile profile) {
        var words = new ArrayList<>(OF_THE_BUSINESS);
        words.add(email.normalised().replaceFirst("@.*", ""));
        words.addAll(Arrays.asList(profile.name().split("\\s+", -1)));
        if (profile.phone() != null) {
            var digits = profile.phone().replaceAll("\\D", "");
            words.add(digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS)));
        }
        return words;
    }
}
