package app.earlybird.delivery;

import static app.earlybird.delivery.DeliveryApi.confirm;
import static app.earlybird.delivery.DeliveryApi.delivered;
import static app.earlybird.delivery.DeliveryApi.dueOrderOf;
import static app.earlybird.delivery.DeliveryApi.ofOrder;
import static app.earlybird.delivery.DeliveryApi.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ConfirmationApiTest {

    private static final String ADMIN = "admin-1";

    @Test
    void a_confirmed_delivery_is_recorded_with_its_audit_trail_and_announced_once() {
        var order = dueOrderOf("c-audit");

        confirm(order, "c-audit")
                .statusCode(200)
                .body("status", equalTo("delivered"))
                .body("order_id", equalTo(order))
                .body("confirmed_by_user_id", equalTo(DeliveryApi.BOY))
                .body("confirmation_method", equalTo("delivery_boy"));

        DeliveryApi.awaitPublished(order, "DeliveryConfirmed");
        assertThat(Wire.read(Topic.Name.DELIVERY, order).getFirst().value()).contains("\"order_id\":\"" + order + "\"");
    }

    @Test
    @Tag("A-17")
    void the_name_of_who_confirms_is_recorded() {
        confirm(dueOrderOf("c-name"), "c-name").body("confirmed_by_name", equalTo("Name of boy-1"));
    }

    @Test
    @Tag("E-01")
    void two_orders_of_one_day_have_a_record_each() {
        var first = dueOrderOf("c-two");
        var second = dueOrderOf("c-two");
        confirm(first, "c-two").statusCode(200);
        confirm(second, "c-two").statusCode(200);

        for (var order : List.of(first, second)) {
            ofOrder(TestTokens.of(Roles.ADMIN, ADMIN), order)
                    .body("items.order_id", equalTo(List.of(order)))
                    .body("items.status", equalTo(List.of("delivered")));
        }
    }

    @Test
    @Tag("E-04")
    @Tag("F26")
    void fifty_at_once_make_one_record_and_one_event_and_answer_alike() throws Exception {
        var order = dueOrderOf("c-fifty");
        Callable<String> once =
                () -> confirm(order, "c-fifty").statusCode(200).extract().body().asString();

        try (var callers = Executors.newFixedThreadPool(50)) {
            var answers =
                    callers.invokeAll(IntStream.range(0, 50).mapToObj(i -> once).toList());
            var bodies = new HashSet<String>();
            for (var answer : answers) {
                bodies.add(answer.get());
            }
            assertThat(bodies).hasSize(1);
        }
        DeliveryApi.awaitPublished(order, "DeliveryConfirmed");
        assertThat(DeliveryApi.items(order)).isEqualTo(1);
    }

    @Test
    @Tag("E-05")
    void a_withdrawn_order_is_refused_and_a_confirmed_one_cannot_be_withdrawn() {
        var cancelled = dueOrderOf("c-race");
        var confirmed = dueOrderOf("c-race");
        confirm(confirmed, "c-race").statusCode(200);

        DeliveryApi.withdraw(cancelled, "c-race").statusCode(200).body("status", equalTo("withdrawn"));
        confirm(cancelled, "c-race").statusCode(409).body("code", equalTo("order_not_deliverable"));
        DeliveryApi.withdraw(confirmed, "c-race").statusCode(409).body("code", equalTo("already_confirmed"));
        DeliveryApi.awaitPublished(cancelled, "DeliveryWithdrawn");
    }

    @Test
    @Tag("E-05")
    void an_order_withdrawn_before_its_event_came_stays_withdrawn() {
        var order = "early-" + System.nanoTime();
        DeliveryApi.withdraw(order, "c-early").statusCode(200);
        DeliveryApi.publish("OrderCreated", order, "c-early", 1);
        var marker = dueOrderOf("c-early");

        confirm(marker, "c-early").statusCode(200);
        ofOrder(TestTokens.of(Roles.ADMIN, ADMIN), order).body("items.status", equalTo(List.of("withdrawn")));
    }

    @ParameterizedTest
    @Tag("E-06")
    @CsvSource({
        "status, banana, status",
        "order_id, '', order_id",
        "order_id, '{\"$ne\":null}', order_id",
        "delivery_date, 2026-02-30, delivery_date",
        "delivered_at, not a date, delivered_at",
        "delivered_at, +999999999-12-31T23:59:59Z, delivered_at",
        "items, [], items",
        "failure_reason, because, failure_reason",
        "confirmed_by_name, Somebody Else, confirmed_by_name"
    })
    void what_is_not_of_the_form_is_refused_by_field(String field, String value, String named) {
        var body = delivered("any", "c-form");
        body.put(field, value.equals("[]") ? List.of() : value);

        report(TestTokens.of(Roles.DELIVERY_BOY, DeliveryApi.BOY), body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(named));
    }

    @Test
    @Tag("E-20")
    void the_answer_says_what_is_stored_and_not_what_was_hoped_for() {
        var order = dueOrderOf("c-truth");
        var body = delivered(order, "c-truth");
        body.put("status", "not_delivered");
        body.put("failure_reason", "customer_absent");

        report(TestTokens.of(Roles.DELIVERY_BOY, DeliveryApi.BOY), body)
                .statusCode(200)
                .body("status", equalTo("not_delivered"))
                .body("failure_reason", equalTo("customer_absent"))
                .body("delivered_at", nullValue());
        DeliveryApi.awaitPublished(order, "DeliveryFailed");
    }

    @Test
    @Tag("E-15")
    void a_part_is_recorded_line_by_line() {
        var order = dueOrderOf("c-part");
        var body = delivered(order, "c-part");
        body.put("status", "partially_delivered");
        body.put("items", List.of(Map.of("product_id", "milk", "delivered_qty", 1.5)));

        report(TestTokens.of(Roles.DELIVERY_BOY, DeliveryApi.BOY), body)
                .statusCode(200)
                .body("items[0].delivered_qty", equalTo(1.5f))
                .body("items[0].status", equalTo("partial"));
    }

    @Test
    @Tag("C-07")
    void another_delivery_boy_is_refused() {
        var order = dueOrderOf("c-boy");

        report(TestTokens.of(Roles.DELIVERY_BOY, "boy-2"), delivered(order, "c-boy"))
                .statusCode(403)
                .body("code", equalTo("not_assigned"));
    }
}
