package app.earlybird.customer;

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

/** The service as its callers see it. */
final class CustomerApi {

    static final String ADMIN = TestTokens.of(Roles.ADMIN, "admin-1");

    private CustomerApi() {}

    static Map<String, Object> household() {
        return new HashMap<>(Map.of(
                "name", "Asha Rao",
                "phone", "098765 43210",
                "address", "12 MG Road",
                "area", "Indiranagar"));
    }

    static ValidatableResponse register(String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/phase0-v2/customers")
                .then();
    }

    static ValidatableResponse createKeyed(String key, Map<String, ?> body) {
        return given().auth()
                .oauth2(ADMIN)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/phase0-v2/customers")
                .then();
    }

    static String newCustomer() {
        return register(ADMIN, household()).statusCode(201).extract().path("id");
    }

    static ValidatableResponse find(String token, String id) {
        return given().auth()
                .oauth2(token)
                .get("/api/phase0-v2/customers/" + id)
                .then();
    }

    static ValidatableResponse list(String token, String query) {
        return given().auth()
                .oauth2(token)
                .get("/api/phase0-v2/customers" + query)
                .then();
    }

    static ValidatableResponse post(String token, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/phase0-v2/customers/" + path)
                .then();
    }

    /** Whatever the version is. */
    static ValidatableResponse put(String token, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .put("/api/phase0-v2/customers/" + path)
                .then();
    }

    static ValidatableResponse patch(String token, String id, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .patch("/api/phase0-v2/customers/" + id)
                .then();
    }

    static Map<String, String> reason() {
        return Map.of("reason", "As agreed on the phone");
    }

    static Map<String, String> user(String id) {
        return Map.of("user_id", id, "reason", "As agreed on the phone");
    }

    /** auth-service's answer to a state of the customer. */
    static void answer(String customer, String user, long sequence, String result) {
        var data = "{\"customer_id\":\"%s\",\"user_id\":\"%s\",%s,\"answers_sequence\":%d,\"new\":1}"
                .formatted(customer, user, result, sequence);
        Wire.send(Topic.Name.IDENTITY, "LoginProvisioned", customer, sequence, data);
    }

    static void awaitLoginState(String id, String state) {
        Poll.until(
                "login " + state,
                Duration.ofSeconds(20),
                () -> state.equals(find(ADMIN, id).extract().path("login_state")));
    }

    /** A customer whose login is there. */
    static String linkedCustomer() {
        var created = register(ADMIN, household()).statusCode(201).extract();
        answer(created.path("id"), created.path("user_id"), 1, "\"result\":\"created\"");
        awaitLoginState(created.path("id"), "ready");
        return created.path("id");
    }

    static String lastEvent(String id, int events) {
        Poll.until(
                "events of " + id,
                Duration.ofSeconds(20),
                () -> Wire.types(Topic.Name.CUSTOMER, id).size() == events);
        return Wire.read(Topic.Name.CUSTOMER, id).getLast().value();
    }
}
