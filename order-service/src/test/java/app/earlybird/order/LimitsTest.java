package app.earlybird.order;

import static app.earlybird.order.OrderApi.customer;
import static app.earlybird.order.OrderApi.product;
import static app.earlybird.order.OrderApi.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
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
    void ten_thousand_keys_a_minute_are_too_many() {
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
