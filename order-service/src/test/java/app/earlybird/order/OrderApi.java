package app.earlybird.order;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its callers see it. */
final class OrderApi {

    static final String ADMIN = TestTokens.of(Roles.ADMIN, "admin-1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OrderApi() {}

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Kolkata"));
    }

    /** A customer customer-service knows, and answers with when asked. */
    static String customer() {
        return "known-" + UUID.randomUUID();
    }

    static String product(String price) {
        return given().auth()
                .oauth2(ADMIN)
                .contentType("application/json")
                .body("{\"name\":\"Milk\",\"unit\":\"Liter\",\"unit_step\":0.5,\"price\":" + price + "}")
                .post("/api/products")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> wish(String product, Object quantity) {
        return new HashMap<>(Map.of(
                "items", List.of(Map.of("product_id", product, "quantity", quantity)),
                "delivery_date", today().toString()));
    }

    static ValidatableResponse place(String customer, Map<String, ?> wish) {
        return given().auth()
                .oauth2(TestTokens.ofCustomer(customer))
                .contentType("application/json")
                .body(wish)
                .post("/api/orders")
                .then();
    }

    static ValidatableResponse place(String customer, Map<String, ?> wish, String key) {
        return given().auth()
                .oauth2(TestTokens.ofCustomer(customer))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(wish)
                .post("/api/orders")
                .then();
    }

    /** It is not sold any more; the answer says which version that is. */
    static void retire(String product) {
        given().auth()
                .oauth2(ADMIN)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"name\":\"Milk\",\"unit\":\"Liter\",\"unit_step\":0.5,\"price\":54,\"is_active\":false}")
                .put("/api/products/" + product)
                .then()
                .statusCode(200)
                .body("is_active", equalTo(false))
                .body("version", equalTo(2));
    }

    static String placed(String customer) {
        return place(customer, wish(product("54"), 2)).statusCode(201).extract().path("id");
    }

    static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    static ValidatableResponse cancel(String customer, String order) {
        return given().auth()
                .oauth2(TestTokens.ofCustomer(customer))
                .post("/api/orders/" + order + "/cancel")
                .then();
    }

    static void deliver(String event, String order, String outcome, long sequence) {
        deliver(event, order, outcome, sequence, Map.of("product_id", "milk", "ordered_qty", 2, "delivered_qty", 2));
    }

    static void deliver(String event, String order, String outcome, long sequence, Map<String, ?> line) {
        var data = """
                {"delivery_id":"d-%s","order_id":"%s","customer_id":"c","delivery_date":"%s","outcome":"%s","new":{},
                 "lines":[{"product_id":"%s","ordered_qty":%s,"delivered_qty":%s}],"failure_reason":"customer_absent",
                 "reason":"withdrawn","delivered_at":"2026-01-28T00:40:00Z","recorded_at":"2026-01-28T00:40:01Z",
                 "actor":{"method":"delivery_boy","user_id":"boy-1"},"attempt":1}
                """.formatted(
                        order,
                        order,
                        today(),
                        outcome,
                        line.get("product_id"),
                        line.get("ordered_qty"),
                        line.get("delivered_qty"));
        Wire.send(Topic.Name.DELIVERY, event, order, sequence, data);
    }

    static void awaitStatus(String customer, String order, String status) {
        Poll.until(
                "order " + status,
                PATIENCE,
                () -> status.equals(get(TestTokens.ofCustomer(customer), "/api/orders/" + order)
                        .extract()
                        .path("status")));
    }

    static void awaitPublished(String order, String... types) {
        Poll.until(
                "events " + List.of(types),
                PATIENCE,
                () -> Wire.types(Topic.Name.ORDER, order).equals(List.of(types)));
    }
}
