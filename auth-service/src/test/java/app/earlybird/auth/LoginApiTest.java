package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.DEFAULT_PASSWORD;
import static app.earlybird.auth.AuthApi.OWN_PASSWORD;
import static app.earlybird.auth.AuthApi.changePassword;
import static app.earlybird.auth.AuthApi.createStaff;
import static app.earlybird.auth.AuthApi.emailOf;
import static app.earlybird.auth.AuthApi.logIn;
import static app.earlybird.auth.AuthApi.me;
import static app.earlybird.auth.AuthApi.provisionedCustomer;
import static app.earlybird.auth.AuthApi.staff;
import static app.earlybird.auth.AuthApi.tokenOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(OwnKeys.class)
class LoginApiTest {

    @Test
    @Tag("A-02")
    void a_fresh_customer_logs_in_with_what_the_system_gave_her() {
        var customer = provisionedCustomer();

        var first = logIn(emailOf(customer), DEFAULT_PASSWORD)
                .statusCode(200)
                .body("password_change_required", equalTo(true))
                .body("user.customer_v2_id", equalTo(customer));
        me(tokenOf(first)).statusCode(403).body("code", equalTo("password_change_required"));

        var changed = changePassword(tokenOf(first), DEFAULT_PASSWORD, OWN_PASSWORD);
        assertThat(claimsOf(tokenOf(changed))).contains("\"customer_v2_id\":\"" + customer + "\"");
        changePassword(tokenOf(changed), OWN_PASSWORD, DEFAULT_PASSWORD).statusCode(422);
        logIn(emailOf(customer), DEFAULT_PASSWORD).statusCode(401);
        logIn(emailOf(customer), OWN_PASSWORD).statusCode(200).body("password_change_required", equalTo(false));
    }

    @Test
    @Tag("A-06")
    void no_answer_holds_a_hash_or_a_password() {
        var customer = provisionedCustomer();
        var session = logIn(emailOf(customer), DEFAULT_PASSWORD);
        var changed = changePassword(tokenOf(session), DEFAULT_PASSWORD, OWN_PASSWORD);
        var created = createStaff(AuthApi.firstAdmin(), staff("secret-" + UUID.randomUUID() + "@earlybird.example"))
                .statusCode(201);

        for (var answer : List.of(session, changed, created, me(tokenOf(changed)))) {
            var text = answer.extract().body().asString().toLowerCase(Locale.ROOT);
            assertThat(text).doesNotContain("$2a$", "$2b$", "hash", "\"password\"", OWN_PASSWORD, DEFAULT_PASSWORD);
        }
    }

    @Test
    @Tag("A-15")
    void me_shows_the_linked_customer_or_says_that_there_is_none() {
        var customer = provisionedCustomer();
        var hers = changePassword(tokenOf(logIn(emailOf(customer), DEFAULT_PASSWORD)), DEFAULT_PASSWORD, OWN_PASSWORD);
        var email = "me-" + UUID.randomUUID() + "@earlybird.example";
        createStaff(AuthApi.firstAdmin(), staff(email)).statusCode(201);
        var his = changePassword(tokenOf(logIn(email, "first-password-1")), "first-password-1", OWN_PASSWORD);

        me(tokenOf(hers))
                .statusCode(200)
                .body("customer.id", equalTo(customer))
                .body("customer_status", equalTo("linked"));
        var staffAnswer = me(tokenOf(his)).statusCode(200).body("customer", nullValue());
        staffAnswer.body("customer_status", equalTo("none")).body("$", not(hasKey("customer_v2_id")));
        assertThat(staffAnswer.extract().body().asString()).contains("\"customer\":null");
    }

    @Test
    @Tag("A-16")
    void me_says_when_the_customer_is_gone() {
        var customer = AuthApi.provisioned("gone-" + UUID.randomUUID());
        var session = AuthApi.customerSession(customer);

        me(tokenOf(session)).statusCode(200).body("customer", nullValue()).body("customer_status", equalTo("missing"));
    }

    @Test
    @Tag("A-16")
    void me_says_when_customer_service_cannot_answer() {
        var customer = AuthApi.provisioned("away-" + UUID.randomUUID());
        var session =
                changePassword(tokenOf(logIn(emailOf(customer), DEFAULT_PASSWORD)), DEFAULT_PASSWORD, OWN_PASSWORD);

        me(tokenOf(session))
                .statusCode(200)
                .body("customer", nullValue())
                .body("customer_status", equalTo("unavailable"));
    }

    @Test
    void wrong_and_unknown_and_expired_answer_alike() {
        var customer = provisionedCustomer();
        var wrong = logIn(emailOf(customer), "not-the-password").statusCode(401).extract();
        var unknown = logIn("nobody@earlybird.example", "not-the-password")
                .statusCode(401)
                .extract();

        assertThat(wrong.<String>path("code")).isEqualTo("invalid_credentials").isEqualTo(unknown.path("code"));
        assertThat(wrong.<String>path("detail")).isEqualTo(unknown.path("detail"));
    }

    @ParameterizedTest
    @CsvSource({"seven77, 422, validation_failed", "earlybird2025, 422, validation_failed", "ab-cd-ef, 200, ''"})
    void a_password_has_eight_characters_and_is_a_new_one(String wanted, int status, String code) {
        var session = logIn(emailOf(provisionedCustomer()), DEFAULT_PASSWORD);

        var answer = changePassword(tokenOf(session), DEFAULT_PASSWORD, wanted).statusCode(status);
        if (status != 200) {
            answer.body("code", equalTo(code)).body("errors.field", hasItem("new_password"));
        }
    }

    @Test
    void a_password_of_72_bytes_is_taken_whole_and_one_of_73_is_refused() {
        var email = emailOf(provisionedCustomer());
        var session = tokenOf(logIn(email, DEFAULT_PASSWORD));
        var longest = "ą".repeat(36);

        changePassword(session, DEFAULT_PASSWORD, longest + "x").statusCode(422);
        changePassword(session, DEFAULT_PASSWORD, longest).statusCode(200);
        logIn(email, longest).statusCode(200);
        logIn(email, longest + "x").statusCode(401);
    }

    @Test
    void keys_are_published_without_their_private_half() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].d", nullValue());
    }

    private static String claimsOf(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
