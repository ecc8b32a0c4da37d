package app.earlybird.auth;

import static io.restassured.RestAssured.given;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The service as its callers see it. */
final class AuthApi {

    static final String DEFAULT_PASSWORD = "earlybird2025";
    static final String OWN_PASSWORD = "chai-at-six-every-day";
    static final String ADMIN_EMAIL = "first-admin@earlybird.example";
    static final String FIRST_PASSWORD = "first-password-1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private AuthApi() {}

    /** A customer whose login was provisioned from its event; returns the customer's id. */
    static String provisionedCustomer() {
        return provisioned("known-" + UUID.randomUUID());
    }

    static String provisioned(String customer) {
        tell("CustomerCreated", customer, "user-of-" + customer, 1);
        awaitAnswer(customer, 1);
        return customer;
    }

    static void tell(String event, String customer, String user, long sequence) {
        var data = """
                {"customer_id":"%s","user_id":"%s","name":"Asha Rao","phone":"+919876543210","area":"Indiranagar",
                 "addresses":[],"status":"trial","login_generation":1,"something_new":[1]}
                """.formatted(customer, user);
        Wire.send(Topic.Name.CUSTOMER, event, customer, sequence, data);
    }

    static void awaitAnswer(String customer, int answers) {
        Poll.until(
                "an answer about " + customer,
                PATIENCE,
                () -> Wire.types(Topic.Name.IDENTITY, customer).size() == answers);
    }

    static String emailOf(String customer) {
        return "customer-" + customer + "@earlybird.local";
    }

    static ValidatableResponse logIn(String email, String password) {
        return given().contentType("application/json")
                .body(Map.of("email", email, "password", password))
                .post("/api/auth/login")
                .then();
    }

    static ValidatableResponse changePassword(String token, String current, String wanted) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("current_password", current, "new_password", wanted))
                .post("/api/auth/change-password")
                .then();
    }

    static String tokenOf(ValidatableResponse session) {
        return session.statusCode(200).extract().path("access_token");
    }

    static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/api/auth/me").then();
    }

    static Map<String, Object> staff(String email) {
        return new HashMap<>(
                Map.of("email", email, "name", "Ravi", "role", Roles.DELIVERY_BOY, "password", "first-password-1"));
    }

    /** A session of the first admin, made from configuration, in a service that verifies with its own keys. */
    static String firstAdmin() {
        if (statusOfLogIn(OWN_PASSWORD) != 200) {
            Poll.until("the first admin", PATIENCE, () -> statusOfLogIn(FIRST_PASSWORD) == 200);
            var session = tokenOf(logIn(ADMIN_EMAIL, FIRST_PASSWORD));
            changePassword(session, FIRST_PASSWORD, OWN_PASSWORD).statusCode(200);
        }
        return tokenOf(logIn(ADMIN_EMAIL, OWN_PASSWORD));
    }

    private static int statusOfLogIn(String password) {
        return logIn(ADMIN_EMAIL, password).extract().statusCode();
    }

    static ValidatableResponse createStaff(Map<String, ?> body) {
        return createStaff(TestTokens.of(Roles.ADMIN, "admin-1"), body);
    }

    static ValidatableResponse createStaff(String admin, Map<String, ?> body) {
        return given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(body)
                .post("/api/admin/users/create")
                .then();
    }
}
