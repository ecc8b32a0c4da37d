package app.earlybird.delivery;

import static app.earlybird.delivery.DeliveryApi.confirm;
import static app.earlybird.delivery.DeliveryApi.delivered;
import static app.earlybird.delivery.DeliveryApi.dueOrderOf;
import static app.earlybird.delivery.DeliveryApi.ofOrder;
import static app.earlybird.delivery.DeliveryApi.report;
import static app.earlybird.delivery.DeliveryApi.today;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.Contracts;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each attempt is kept as it was reported, and a report says nothing that is dropped. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AttemptsTest {

    private static final String BOY = TestTokens.of(Roles.DELIVERY_BOY, DeliveryApi.BOY);

    @Test
    @Tag("T-07")
    void of_a_thousand_failed_attempts_twenty_are_kept_and_the_delivery_is_taken() {
        var order = dueOrderOf("c-tries");
        for (int i = 1; i <= 20; i++) {
            failed(order, "a-" + i).statusCode(200).body("attempts", equalTo(i));
        }
        failed(order, "a-21").statusCode(409).body("code", equalTo("too_many_failed_attempts"));
        failed(order, "a-22").statusCode(409);

        confirm(order, "c-tries").statusCode(200).body("attempts", equalTo(21));

        ofOrder(BOY, order)
                .body("items[0].history.size()", equalTo(21))
                .body("items[0].history.recorded_at", everyItem(notNullValue()))
                .body("items[0].history.reported_by_user_id", everyItem(equalTo(DeliveryApi.BOY)))
                .body("items[0].history[0].failure_reason", equalTo("customer_absent"))
                .body("items[0].history[20].outcome", equalTo("delivered"));
    }

    @Test
    @Tag("T-50")
    void what_is_delivered_is_a_multiple_of_the_step() {
        var order = dueOrderOf("c-step");
        var third = delivered(order, "c-step");
        third.put("status", "partially_delivered");
        third.put("items", List.of(Map.of("product_id", "milk", "delivered_qty", 0.333)));

        report(BOY, third)
                .statusCode(400)
                .body("code", equalTo("quantity_not_possible"))
                .body("errors.field", equalTo(List.of("items[0].delivered_qty")));
    }

    @Test
    @Tag("T-53")
    void a_time_is_the_same_in_the_answer_the_event_and_the_next_read() {
        var order = dueOrderOf("c-time");
        var body = delivered(order, "c-time");
        var time = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
        var millis = time.plusMillis(123).toString();
        body.put("delivered_at", time.toString().replace("Z", ".123456Z"));

        report(BOY, body).statusCode(200).body("delivered_at", equalTo(millis));
        ofOrder(BOY, order).body("items[0].delivered_at", equalTo(millis));
        DeliveryApi.awaitPublished(order, "DeliveryConfirmed");
        var event = Wire.read(Topic.Name.DELIVERY, order).getFirst();
        assertThat(event.value()).contains("\"delivered_at\":\"" + millis + "\"");
        assertThat(Contracts.violations(event)).isEmpty();
    }

    @Test
    @Tag("T-54")
    void the_day_of_the_order_and_of_the_visit_have_two_names() {
        var order = dueOrderOf("c-days");
        var body = delivered(order, "c-days");
        var yesterday = today().minusDays(1).toString();
        body.put("delivery_date", yesterday);

        report(BOY, body)
                .statusCode(200)
                .body("delivery_date", equalTo(today().toString()))
                .body("reported_date", equalTo(yesterday));
        DeliveryApi.awaitPublished(order, "DeliveryConfirmed");
        assertThat(Wire.read(Topic.Name.DELIVERY, order).getFirst().value())
                .contains("\"delivery_date\":\"" + today() + "\"", "\"reported_date\":\"" + yesterday + "\"");
    }

    @Test
    @Tag("T-55")
    void a_statement_that_contradicts_is_refused_and_not_dropped() {
        var order = dueOrderOf("c-contradiction");
        var body = delivered(order, "c-contradiction");
        body.put("failure_reason", "damaged");

        report(BOY, body).statusCode(422).body("errors.field", hasItem("failure_reason"));
        ofOrder(BOY, order).body("items[0].attempts", equalTo(0));
    }

    @Test
    @Tag("T-01")
    @Tag("S20")
    void a_long_list_is_refused_for_its_length() {
        for (int size : new int[] {101, 2000, 20_000}) {
            var answer = given().auth()
                    .oauth2(BOY)
                    .contentType("application/json")
                    .body("{\"order_id\":\"o\",\"customer_id\":\"c\",\"delivery_date\":\"2026-01-28\","
                            + "\"status\":\"delivered\",\"items\":[" + "{},".repeat(size - 1) + "{}]}")
                    .post("/api/delivery-boy/mark-delivered")
                    .then()
                    .statusCode(422);
            assertThat(answer.extract().asByteArray()).hasSizeLessThan(8000);
        }
    }

    private static ValidatableResponse failed(String order, String attempt) {
        var body = delivered(order, "c-tries");
        body.put("status", "not_delivered");
        body.put("failure_reason", "customer_absent");
        body.put("attempt_id", attempt);
        return report(BOY, body);
    }
}
