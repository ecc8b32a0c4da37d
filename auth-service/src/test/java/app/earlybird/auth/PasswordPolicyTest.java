package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.DEFAULT_PASSWORD;
import static app.earlybird.auth.AuthApi.emailOf;
import static app.earlybird.auth.AuthApi.logIn;
import static app.earlybird.auth.AuthApi.provisionedCustomer;
import static app.earlybird.auth.AuthApi.tokenOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OwnKeys.class)
class PasswordPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EarlyBird-forever",
                "early bird gets it",
                "my-name-is-asha",
                "9876543210-is-mine",
                "password1",
                "Iloveyou1",
                "qwertyuiop"
            })
    @Tag("S04")
    void what_an_attacker_tries_first_is_refused(String wanted) {
        AuthApi.changePassword(token(), DEFAULT_PASSWORD, wanted)
                .statusCode(422)
                .body("errors.field", hasItem("new_password"));
    }

    /** The three thousand most common ones that are long enough; the others are too short anyway. */
    @Test
    @Tag("S01")
    @Tag("S04")
    void the_three_thousand_most_common_are_refused() throws Exception {
        var token = token();
        var common = StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary().entrySet().stream()
                .filter(entry -> entry.getValue() <= 3000 && entry.getKey().length() >= 8)
                .toList();

        for (var entry : common) {
            AuthApi.changePassword(token, DEFAULT_PASSWORD, entry.getKey()).statusCode(422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no rule about signs", "ńłąśżźćęó", "        8 spaces before"})
    @Tag("S04")
    void no_rule_is_made_about_its_characters(String wanted) {
        var customer = provisionedCustomer();
        AuthApi.changePassword(tokenOf(logIn(emailOf(customer), DEFAULT_PASSWORD)), DEFAULT_PASSWORD, wanted)
                .statusCode(200);
        logIn(emailOf(customer), wanted).statusCode(200);
        logIn(emailOf(customer), wanted.strip() + " ").statusCode(401);
    }

    @Test
    @Tag("S04")
    void the_current_password_is_needed() {
        AuthApi.changePassword(token(), "not-the-current", "something-of-my-own")
                .statusCode(400)
                .body("code", equalTo("wrong_current_password"));
    }

    private static String token() {
        return tokenOf(logIn(emailOf(provisionedCustomer()), DEFAULT_PASSWORD));
    }
}
