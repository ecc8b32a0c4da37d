package app.earlybird.order;

import static app.earlybird.order.OrderApi.ADMIN;
import static app.earlybird.order.OrderApi.awaitPublished;
import static app.earlybird.order.OrderApi.awaitStatus;
import static app.earlybird.order.OrderApi.cancel;
import static app.earlybird.order.OrderApi.deliver;
import static app.earlybird.order.OrderApi.get;
import static app.earlybird.order.OrderApi.place;
import static app.earlybird.order.OrderApi.placed;
import static app.earlybird.order.OrderApi.product;
import static app.earlybird.order.OrderApi.today;
import static app.earlybird.order.OrderApi.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.Contracts;
import app.earlybird.kit.test.Database;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of her orders when a customer changes. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class CustomerChangesTest {

    private final String customer = OrderApi.customer();

    @Test
    @Tag("T-51")
    void a_deactivated_customers_open_orders_are_cancelled() {
        var later = wish(product("54"), 1);
        later.put("delivery_date", today().plusDays(3).toString());
        var now = placed(customer);
        String inThreeDays = place(customer, later).statusCode(201).extract().path("id");
        var done = placed(customer);
        deliver("DeliveryConfirmed", done, "delivered", 1);
        awaitStatus(customer, done, "delivered");

        publish("CustomerDeactivated", "inactive", "boy-1", 2);

        awaitStatus(customer, now, "cancelled");
        awaitStatus(customer, inThreeDays, "cancelled");
        get(ADMIN, "/api/orders/" + now)
                .body("cancelled_by", equalTo("system"))
                .body("cancel_reason", equalTo("the customer is deactivated"));
        get(ADMIN, "/api/orders/" + done).body("status", equalTo("delivered"));
        awaitPublished(now, "OrderCreated", "OrderCancelled");
        place(customer, wish(product("54"), 1)).statusCode(409).body("code", equalTo("customer_not_active"));
    }

    @Test
    @Tag("T-51")
    void reactivation_revives_nothing() {
        var now = placed(customer);
        publish("CustomerDeactivated", "inactive", "boy-1", 2);
        awaitStatus(customer, now, "cancelled");

        publish("CustomerReactivated", "active", "boy-1", 3);
        Poll.until(
                "she may order",
                Duration.ofSeconds(20),
                () -> place(customer, wish(product("54"), 1)).extract().statusCode() == 201);
        get(ADMIN, "/api/orders/" + now).body("status", equalTo("cancelled"));
    }

    /** What was delivered stays so; what must be repaired first stops no other. */
    @Test
    @Tag("T-51")
    void an_order_that_cannot_be_cancelled_stops_no_other() {
        var order = placed(customer);
        var confirmed = copyOf(order, "confirmed-" + order);
        var malformed = copyOf(order, "malformed-" + order);

        publish("CustomerDeactivated", "inactive", "boy-1", 2);

        awaitStatus(customer, order, "cancelled");
        for (var left : new String[] {confirmed, malformed}) {
            get(ADMIN, "/api/orders/" + left).body("status", equalTo("pending"));
        }
        cancel(customer, confirmed).statusCode(409).body("code", equalTo("order_not_cancellable"));
        cancel(customer, malformed).statusCode(409).body("code", equalTo("document_unreadable"));
    }

    /** As after a kill between the customer's state and the last of her orders: the event comes again, and is finished. */
    @Test
    @Tag("T-51")
    @Tag("F04")
    void the_same_state_again_finishes_what_was_left() {
        var order = placed(customer);
        publish("CustomerDeactivated", "inactive", "boy-1", 2);
        awaitStatus(customer, order, "cancelled");
        var left = copyOf(order, "left-" + order);
        Database.collection(
                "orders",
                all -> all.updateOne(
                        new Document("id", left), new Document("$set", new Document("status", "pending"))));

        publish("CustomerDeactivated", "inactive", "boy-1", 2);

        awaitStatus(customer, left, "cancelled");
    }

    /** Two instances may publish one event: a late copy of her last state does not bring an erased customer back. */
    @Test
    @Tag("F21")
    void an_erased_customer_stays_so_when_an_older_state_comes_after() {
        placed(customer);
        Wire.send(Topic.Name.CUSTOMER, "CustomerErased", customer, 3, null);
        Poll.until(
                "erased",
                Duration.ofSeconds(20),
                () -> place(customer, wish(product("54"), 1)).extract().statusCode() == 409);

        publish("CustomerUpdated", "active", "boy-1", 2);
        Wire.sendRaw(Topic.Name.CUSTOMER, customer, null);
        var marker = OrderApi.customer();
        var order = placed(marker);
        publish(marker, "CustomerUpdated", "active", "boy-9", 2);
        awaitPublished(order, "OrderCreated", "OrderChanged");

        Document kept = Database.collection(
                "customer_refs",
                all -> all.find(new Document("customer_id", customer)).first());
        assertThat(kept).containsEntry("status", "erased").containsEntry("addresses", List.of());
        place(customer, wish(product("54"), 1)).statusCode(409).body("code", equalTo("customer_not_active"));
    }

    /** What is placed while she is deactivated is cancelled, whichever comes first. */
    @Test
    @Tag("T-51")
    @Tag("F27")
    void no_order_stays_open_that_was_placed_while_its_customer_was_deactivated() throws Exception {
        for (int i = 0; i < 20; i++) {
            var buyer = OrderApi.customer();
            var wish = wish(product("54"), 1);
            placed(buyer);
            var placing = CompletableFuture.supplyAsync(() -> place(buyer, wish).extract());
            publish(buyer, "CustomerDeactivated", "inactive", "boy-1", 2);
            var answer = placing.get();
            assertThat(answer.statusCode()).isIn(201, 409);
            Poll.until(
                    "no open order of " + buyer,
                    Duration.ofSeconds(20),
                    () -> get(TestTokens.ofService("order-service"), "/internal/customers/" + buyer + "/open-orders")
                                    .extract()
                                    .<Integer>path("count")
                            == 0);
        }
    }

    private static String copyOf(String order, String id) {
        Database.collection("orders", all -> {
            var document =
                    Objects.requireNonNull(all.find(new Document("id", order)).first());
            return all.insertOne(document.append("_id", id).append("id", id).append("outbox", List.of()));
        });
        return id;
    }

    @Test
    @Tag("T-52")
    void her_open_orders_go_to_her_new_delivery_boy() {
        var order = placed(customer);
        var done = placed(customer);
        deliver("DeliveryConfirmed", done, "delivered", 1);
        awaitStatus(customer, done, "delivered");

        publish("CustomerUpdated", "active", "boy-2", 2);

        awaitPublished(order, "OrderCreated", "OrderChanged");
        get(ADMIN, "/api/orders/" + order).body("delivery_boy_id", equalTo("boy-2"));
        get(ADMIN, "/api/orders/" + done).body("delivery_boy_id", equalTo("boy-1"));
        assertThat(Wire.read(Topic.Name.ORDER, order)).allSatisfy(event -> {
            assertThat(event.value()).contains("\"placed_at\"");
            assertThat(Contracts.violations(event)).isEmpty();
        });
    }

    @Test
    void an_old_state_moves_nothing() {
        var order = placed(customer);
        publish("CustomerUpdated", "active", "boy-3", 5);
        awaitPublished(order, "OrderCreated", "OrderChanged");

        publish("CustomerUpdated", "inactive", "boy-2", 4);
        publish("CustomerUpdated", "active", "boy-4", 6);

        awaitPublished(order, "OrderCreated", "OrderChanged", "OrderChanged");
        get(ADMIN, "/api/orders/" + order)
                .body("delivery_boy_id", equalTo("boy-4"))
                .body("status", equalTo("pending"));
    }

    @Test
    void an_erased_customers_orders_are_cancelled_and_tell_nobody_where_she_lived() {
        var order = placed(customer);

        Wire.send(Topic.Name.CUSTOMER, "CustomerErased", customer, 2, null);

        awaitStatus(customer, order, "cancelled");
        Poll.until(
                "no address",
                Duration.ofSeconds(20),
                () -> "".equals(get(ADMIN, "/api/orders/" + order).extract().path("address")));
        get(ADMIN, "/api/orders/" + order)
                .body("notes", nullValue())
                .body("customer_id", equalTo(customer))
                .body("total_amount", equalTo(108.0f));
    }

    @Test
    void customer_service_asks_whether_orders_are_open() {
        placed(customer);

        get(TestTokens.ofService("order-service"), "/internal/customers/" + customer + "/open-orders")
                .statusCode(200)
                .body("count", equalTo(1));
        get(TestTokens.ofService("order-service"), "/internal/customers/nobody/open-orders")
                .body("count", equalTo(0));
    }

    private void publish(String event, String status, String boy, long sequence) {
        publish(customer, event, status, boy, sequence);
    }

    private static void publish(String customer, String event, String status, String boy, long sequence) {
        var data = """
                {"customer_id":"%s","user_id":"user-of-%s","login_generation":1,"name":"Asha","area":"Indiranagar",
                 "status":"%s","delivery_boy_id":"%s","custom_prices_paise":{},
                 "addresses":[{"id":"primary","address":"12 MG Road","area":"Indiranagar"}]}""".formatted(customer, customer, status, boy);
        Wire.send(Topic.Name.CUSTOMER, event, customer, sequence, data);
    }
}
