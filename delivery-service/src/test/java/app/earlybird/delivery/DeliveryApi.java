package app.earlybird.delivery;

import static io.restassured.RestAssured.given;

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
final class DeliveryApi {

    static final String BOY = "boy-1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private DeliveryApi() {}

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Kolkata"));
    }

    /** An order of two litres for the customer, brought by {@link #BOY}, known by its event; returns its id. */
    static String dueOrderOf(String customer) {
        var order = UUID.randomUUID().toString();
        publish("OrderCreated", order, customer, 1);
        Poll.until("the delivery of " + order, PATIENCE, () -> items(order) == 1);
        return order;
    }

    static void publish(String event, String order, String customer, long sequence) {
        var data = """
                {"order_id":"%s","customer_id":"%s","user_id":"u","order_type":"one_time","delivery_date":"%s",
                 "shift":"morning","delivery_boy_id":"%s","address_id":"primary","status":"pending","total_paise":10800,"placed_at":"2026-01-01T00:00:00Z",
                 "something_new":{"a":1},
                 "lines":[{"product_id":"milk","product_name":"Milk","unit":"Liter","unit_step":0.5,"quantity":2,
                           "unit_price_paise":5400,"amount_paise":10800}]}
                """.formatted(order, customer, today(), BOY);
        Wire.send(Topic.Name.ORDER, event, order, sequence, data);
    }

    static int items(String order) {
        return ofOrder(TestTokens.of(Roles.ADMIN, "admin-1"), order)
                .statusCode(200)
                .extract()
                .path("items.size()");
    }

    static ValidatableResponse ofOrder(String token, String order) {
        return given().auth()
                .oauth2(token)
                .get("/api/deliveries?order_id=" + order)
                .then();
    }

    static ValidatableResponse report(String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("User-Agent", "test-phone")
                .body(body)
                .post("/api/delivery-boy/mark-delivered")
                .then();
    }

    static ValidatableResponse confirm(String order, String customer) {
        return report(TestTokens.of(Roles.DELIVERY_BOY, BOY), delivered(order, customer));
    }

    static Map<String, Object> delivered(String order, String customer) {
        return new HashMap<>(Map.of(
                "order_id",
                order,
                "customer_id",
                customer,
                "delivery_date",
                today().toString(),
                "status",
                "delivered"));
    }

    static ValidatableResponse withdraw(String order, String customer) {
        return given().auth()
                .oauth2(TestTokens.ofService("delivery-service"))
                .contentType("application/json")
                .body(Map.of("customer_id", customer, "reason", "cancelled by customer"))
                .post("/internal/deliveries/" + order + "/withdraw")
                .then();
    }

    static void awaitPublished(String order, String... types) {
        Poll.until(
                "events of " + order,
                PATIENCE,
                () -> Wire.types(Topic.Name.DELIVERY, order).equals(List.of(types)));
    }
}
