package app.earlybird.customer;

import static io.restassured.RestAssured.given;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.TestTokens;
import io.restassured.response.ValidatableResponse;
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
}
