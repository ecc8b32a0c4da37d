package app.earlybird.order;

import static app.earlybird.order.OrderApi.ADMIN;
import static app.earlybird.order.OrderApi.awaitPublished;
import static app.earlybird.order.OrderApi.awaitStatus;
import static app.earlybird.order.OrderApi.cancel;
import static app.earlybird.order.OrderApi.customer;
import static app.earlybird.order.OrderApi.deliver;
import static app.earlybird.order.OrderApi.get;
import static app.earlybird.order.OrderApi.place;
import static app.earlybird.order.OrderApi.placed;
import static app.earlybird.order.OrderApi.product;
import static app.earlybird.order.OrderApi.retire;
import static app.earlybird.order.OrderApi.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class OrderApiTest {

    @Test
    @Tag("B-13")
    void an_order_belongs_to_the_customer_of_the_token_and_not_to_the_login() {
        var customer = customer();

        place(customer, wish(product("54"), 1.5))
                .statusCode(201)
                .body("customer_id", equalTo(customer))
                .body("user_id", equalTo("user-of-" + customer))
                .body("total_amount", equalTo(81.0f))
                .body("status", equalTo("pending"));
    }

    @ParameterizedTest
    @Tag("D-01")
    @CsvSource({"price, 0.01", "total, 0", "total_amount, 0", "customer_id, somebody", "status, delivered"})
    void nobody_brings_a_price_or_an_owner(String field, String value) {
        var wish = wish(product("54"), 1);
        wish.put(field, value);

        place(customer(), wish).statusCode(422).body("code", equalTo("unknown_field"));
    }

    @Test
    @Tag("D-01")
    void an_order_has_lines_of_products_that_exist() {
        var empty = wish("any", 1);
        empty.put("items", List.of());

        place(customer(), empty).statusCode(422).body("errors.field", hasItem("items"));
        place(customer(), wish("no-such-product", 1)).statusCode(400).body("code", equalTo("product_not_found"));
        place(customer(), wish(product("54"), -5)).statusCode(422).body("errors.field", hasItem("items[0].quantity"));
        place(customer(), wish(product("54"), Map.of("$gt", 0))).statusCode(422);
    }

    @Test
    @Tag("S19")
    void a_repeated_request_is_answered_with_its_order_whatever_became_of_the_product() {
        var customer = customer();
        var product = product("54");
        var wish = wish(product, 1);
        var key = UUID.randomUUID().toString();
        String order = place(customer, wish, key).statusCode(201).extract().path("id");
        retire(product);

        place(customer, wish, key).statusCode(201).body("id", equalTo(order));
        place(customer, wish(product, 2), key).statusCode(422).body("code", equalTo("idempotency_key_reused"));
        place(customer, wish, UUID.randomUUID().toString()).statusCode(400).body("code", equalTo("product_not_found"));
    }

    @Test
    void an_order_of_an_unknown_customer_waits_for_customer_service() {
        place("away-" + UUID.randomUUID(), wish(product("54"), 1)).statusCode(503);
        place("missing-" + UUID.randomUUID(), wish(product("54"), 1))
                .statusCode(400)
                .body("code", equalTo("customer_not_found"));
    }

    @Test
    @Tag("D-05")
    void a_list_shows_orders_in_every_status() {
        var customer = customer();
        var orders = List.of(placed(customer), placed(customer), placed(customer), placed(customer), placed(customer));
        deliver("DeliveryConfirmed", orders.get(1), "delivered", 1);
        deliver("DeliveryConfirmed", orders.get(2), "partially_delivered", 1);
        deliver("DeliveryFailed", orders.get(3), "not_delivered", 1);
        deliver("DeliveryWithdrawn", orders.get(4), "", 1);
        awaitStatus(customer, orders.get(1), "delivered");
        awaitStatus(customer, orders.get(2), "partially_delivered");
        awaitStatus(customer, orders.get(3), "not_delivered");
        awaitStatus(customer, orders.get(4), "cancelled");

        get(TestTokens.ofCustomer(customer), "/api/orders").statusCode(200).body("items", hasSize(5));
        orders.forEach(id -> get(ADMIN, "/api/orders/" + id).statusCode(200));
    }

    @Test
    void a_delivered_order_is_announced_and_charged_once_however_often_it_is_told() {
        var customer = customer();
        var order = placed(customer);
        for (int i = 0; i < 5; i++) {
            deliver("DeliveryConfirmed", order, "delivered", 1);
        }
        awaitStatus(customer, order, "delivered");
        var marker = placed(customer);
        deliver("DeliveryConfirmed", marker, "delivered", 1);
        awaitStatus(customer, marker, "delivered");

        awaitPublished(order, "OrderCreated", "OrderStatusChanged", "OrderBillable");
    }

    @Test
    void a_cancelled_order_stays_cancelled_and_is_announced_once() {
        var customer = customer();
        var order = placed(customer);

        cancel(customer, order).statusCode(200).body("status", equalTo("cancelled"));
        cancel(customer, order).statusCode(200).body("status", equalTo("cancelled"));
        awaitPublished(order, "OrderCreated", "OrderCancelled");
    }

    @Test
    void an_order_is_shown_to_those_it_concerns() {
        var customer = customer();
        var path = "/api/orders/" + placed(customer);

        get(TestTokens.ofCustomer(customer), path).statusCode(200);
        get(TestTokens.ofCustomer("another"), path).statusCode(404).body("code", equalTo("order_not_found"));
        get(TestTokens.of(Roles.DELIVERY_BOY, "boy-1"), path).statusCode(200);
        get(TestTokens.of(Roles.DELIVERY_BOY, "boy-2"), path).statusCode(404);
        get(TestTokens.of(Roles.MARKETING_STAFF, "m"), path).statusCode(403);
        cancel("another", path.substring("/api/orders/".length())).statusCode(404);
    }

    @Test
    void a_page_is_followed_by_the_next_newest_first() {
        var customer = customer();
        var orders = List.of(placed(customer), placed(customer), placed(customer));
        var token = TestTokens.ofCustomer(customer);
        var first = get(token, "/api/orders?limit=2").statusCode(200).extract();
        var second = get(token, "/api/orders?limit=2&cursor=" + first.path("next_cursor"))
                .extract();

        assertThat(first.<List<String>>path("items.id")).containsExactly(orders.get(2), orders.get(1));
        assertThat(second.<List<String>>path("items.id")).containsExactly(orders.get(0));
    }
}
