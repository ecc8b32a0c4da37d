package app.earlybird.order;

import static app.earlybird.order.OrderApi.customer;
import static app.earlybird.order.OrderApi.product;
import static app.earlybird.order.OrderApi.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One caller who asks too often waits, and nobody else does. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(LimitsTest.Few.class)
class LimitsTest {

    /** Limits a test can reach. */
    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("earlybird.limits.orders", "10", "earlybird.limits.idempotency-keys", "20");
        }
    }

    @Test
    @Tag("S19")
    void who_orders_without_end_waits_and_nobody_else_does() {
        var customer = customer();
        var product = product("54");
        for (int i = 0; i < 10; i++) {
            place(customer, product).statusCode(201);
        }

        var refused = place(customer, product).statusCode(429).extract();

        assertThat((String) refused.path("code")).isEqualTo("too_many_requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 6);
        place(customer(), product).statusCode(201);
        for (int i = 0; i < 9; i++) {
            place(customer, product).statusCode(429);
        }
        given().auth()
                .oauth2(TestTokens.ofCustomer(customer))
                .get("/api/orders")
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("S19")
    void keys_have_a_limit_of_their_own() {
        for (int i = 0; i < 20; i++) {
            create(UUID.randomUUID().toString()).statusCode(201);
        }

        create(UUID.randomUUID().toString()).statusCode(429).body("code", equalTo("too_many_requests"));
        create(null).statusCode(201);
    }

    private static ValidatableResponse create(@Nullable String key) {
        var request = given().auth()
                .oauth2(OrderApi.ADMIN)
                .contentType("application/json")
                .body("{\"name\":\"Milk\",\"unit\":\"Liter\",\"unit_step\":1,\"price\":54}");
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/api/products")
                .then();
    }

    private static ValidatableResponse place(String customer, String product) {
        return given().auth()
                .oauth2(TestTokens.ofCustomer(customer))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(wish(product, 1))
                .post("/api/orders")
                .then();
    }
}
