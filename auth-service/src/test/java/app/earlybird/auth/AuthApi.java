package app.earlybird.auth;

import static io.restassured.RestAssured.given;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
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
    private static final String GATEWAY = "10.0.0.1";

    private AuthApi() {}

    /** A customer whose login was provisioned from its event; returns the customer's id. */
    static String provisionedCustomer() {
        return provisioned("known-" + UUID.randomUUID());
    }

    static String provisioned(String customer) {
        publish("CustomerCreated", customer, "user-of-" + customer, 1);
        awaitAnswer(customer, 1);
        return customer;
    }

    static void publish(String event, String customer, String user, long sequence) {
        publish(event, customer, sequence, "\"user_id\":\"" + user + "\",\"status\":\"trial\"");
    }

    /** @param state what differs: user_id, requested_user_id, status */
    static void publish(String event, String customer, long sequence, String state) {
        var data = """
                {"customer_id":"%s",%s,"name":"Asha Rao","phone":"+919876543210","area":"Indiranagar",
                 "addresses":[],"login_generation":1,"something_new":[1]}
                """.formatted(customer, state);
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
        return logInFrom(GATEWAY, email, password);
    }

    /** @param address as in the gateway's header */
    static ValidatableResponse logInFrom(String address, String email, String password) {
        return post(
                "/api/auth/login",
                json(Map.of("email", email, "password", password)).header("X-Forwarded-For", address));
    }

    static ValidatableResponse refresh(String refreshToken) {
        return post("/api/auth/refresh", json(Map.of("refresh_token", refreshToken)));
    }

    static ValidatableResponse logOut(String refreshToken) {
        return post("/api/auth/logout", json(Map.of("refresh_token", refreshToken)));
    }

    static ValidatableResponse redeem(String inviteToken, String password) {
        return post("/api/auth/redeem-invite", json(Map.of("invite_token", inviteToken, "new_password", password)));
    }

    static ValidatableResponse changePassword(String token, String current, String wanted) {
        var body = json(Map.of("current_password", current, "new_password", wanted));
        return post("/api/auth/change-password", body.auth().oauth2(token));
    }

    /** A customer with a password of her own; the session of its change. */
    static ValidatableResponse customerSession(String customer) {
        var first = tokenOf(logIn(emailOf(customer), DEFAULT_PASSWORD));
        return changePassword(first, DEFAULT_PASSWORD, OWN_PASSWORD).statusCode(200);
    }

    static String tokenOf(ValidatableResponse session) {
        return session.statusCode(200).extract().path("access_token");
    }

    static String refreshTokenOf(ValidatableResponse session) {
        return session.statusCode(200).extract().path("refresh_token");
    }

    static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/api/auth/me").then();
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static Map<String, Object> staff(String email) {
        return new HashMap<>(
                Map.of("email", email, "name", "Ravi", "role", Roles.DELIVERY_BOY, "password", FIRST_PASSWORD));
    }

    /** A session of the first admin, made from configuration, in a service that verifies with its own keys. */
    static String firstAdmin() {
        var own = logIn(ADMIN_EMAIL, OWN_PASSWORD);
        if (own.extract().statusCode() != 200) {
            Poll.until(
                    "the first admin",
                    PATIENCE,
                    () -> logIn(ADMIN_EMAIL, FIRST_PASSWORD).extract().statusCode() == 200);
            return tokenOf(changePassword(tokenOf(logIn(ADMIN_EMAIL, FIRST_PASSWORD)), FIRST_PASSWORD, OWN_PASSWORD));
        }
        return tokenOf(own);
    }

    static ValidatableResponse createStaff(Map<String, ?> body) {
        return createStaff(TestTokens.of(Roles.ADMIN, "admin-1"), body);
    }

    static ValidatableResponse createStaff(String admin, Map<String, ?> body) {
        return post("/api/admin/users/create", as(admin).body(body));
    }

    private static RequestSpecification json(Map<String, ?> body) {
        return given().contentType("application/json").body(body);
    }

    private static ValidatableResponse post(String path, RequestSpecification request) {
        return request.post(path).then();
    }
}
