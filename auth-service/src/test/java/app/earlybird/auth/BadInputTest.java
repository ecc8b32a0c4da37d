package app.earlybird.auth;

import static io.restassured.RestAssured.given;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.BadInput;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every route of this service, asked in every way it must not be. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BadInputTest {

    private static final Map<String, String> STAFF = Map.of(
            "email", "bad-input@earlybird.example", "name", "Nobody", "role", "support", "password", "long-enough");

    @Test
    @Tag("S21")
    void no_bad_body_logs_anybody_in() {
        BadInput.bodiesLike(Map.of("email", "nobody@earlybird.example", "password", "wrong-password"))
                .forEach(body -> BadInput.mustBeRefused(
                        body,
                        given().contentType("application/json")
                                .body(body)
                                .post("/api/auth/login")
                                .then()));
    }

    @Test
    @Tag("S17")
    @Tag("S21")
    void no_bad_body_makes_a_user_or_changes_a_password() {
        BadInput.nothingIsWrittenTo("users", () -> {
            BadInput.bodiesLike(STAFF, "password")
                    .forEach(body -> BadInput.mustBeRefused(
                            body,
                            given().auth()
                                    .oauth2(TestTokens.of(Roles.ADMIN, "admin-1"))
                                    .contentType("application/json")
                                    .body(body)
                                    .post("/api/admin/users/create")
                                    .then()));
            BadInput.bodiesLike(Map.of("current_password", "current", "new_password", "long-enough"))
                    .forEach(body -> BadInput.mustBeRefused(
                            body,
                            given().auth()
                                    .oauth2(TestTokens.of(Roles.ADMIN, "admin-1"))
                                    .contentType("application/json")
                                    .body(body)
                                    .post("/api/auth/change-password")
                                    .then()));
        });
    }

    @Test
    void no_bad_client_has_a_service_token() {
        BadInput.mustBeRefused(
                "bad client",
                given().contentType("application/x-www-form-urlencoded")
                        .formParam("grant_type", "client_credentials")
                        .post("/internal/oauth/token")
                        .then());
        BadInput.mustBeRefused(
                "bad client",
                given().header("Authorization", "Basic !!!")
                        .contentType("application/x-www-form-urlencoded")
                        .formParam("grant_type", "client_credentials")
                        .formParam("audience", "order-service")
                        .post("/internal/oauth/token")
                        .then());
    }
}
