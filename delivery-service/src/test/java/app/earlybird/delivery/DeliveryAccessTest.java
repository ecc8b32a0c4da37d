package app.earlybird.delivery;

import static app.earlybird.delivery.DeliveryApi.confirm;
import static app.earlybird.delivery.DeliveryApi.delivered;
import static app.earlybird.delivery.DeliveryApi.dueOrderOf;
import static app.earlybird.delivery.DeliveryApi.ofOrder;
import static app.earlybird.delivery.DeliveryApi.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class DeliveryAccessTest {

    @Test
    @Tag("E-02")
    void an_unknown_order_and_one_of_another_customer_are_refused() {
        confirm("no-such-order", "c-1").statusCode(400).body("code", equalTo("order_not_found"));
        confirm(dueOrderOf("c-owner"), "c-other").statusCode(400).body("code", equalTo("order_customer_mismatch"));
    }

    @Test
    void an_order_no_event_told_of_is_asked_for_once() {
        var order = "known-" + System.nanoTime();

        confirm(order, "c-" + order).statusCode(200).body("status", equalTo("delivered"));
    }

    @Test
    @Tag("F17")
    void an_order_that_cannot_be_checked_is_not_accepted() {
        confirm("away-" + System.nanoTime(), "c-1")
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .time(lessThan(3000L))
                .body("code", equalTo("dependency_unavailable"));
    }

    @Test
    void without_a_good_token_nothing_is_shown() {
        given().get("/api/deliveries?order_id=o").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
        ofOrder("not.a.token", "o").statusCode(401).body("code", equalTo("unauthenticated"));
        ofOrder(TestTokens.ofService("order-service"), "o").statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.CUSTOMER, Roles.MARKETING_STAFF, Roles.BILLING, Roles.SUPPORT, Roles.SERVICE})
    void whoever_brings_nothing_confirms_nothing(String role) {
        report(TestTokens.of(role, "somebody"), delivered("o", "c"))
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void internal_routes_are_for_services_only() {
        given().auth()
                .oauth2(TestTokens.of(Roles.ADMIN, "admin-1"))
                .contentType("application/json")
                .body("{\"customer_id\":\"c\",\"reason\":\"r\"}")
                .post("/internal/deliveries/o/withdraw")
                .then()
                .statusCode(403);
    }

    @Test
    void an_account_on_its_first_secret_may_do_nothing_here() {
        ofOrder(TestTokens.beforePasswordChange(Roles.ADMIN), "o")
                .statusCode(403)
                .body("code", equalTo("password_change_required"));
    }

    @Test
    void a_boy_sees_his_own_deliveries_only() {
        var order = dueOrderOf("c-visibility");

        ofOrder(TestTokens.of(Roles.DELIVERY_BOY, DeliveryApi.BOY), order).body("items.size()", equalTo(1));
        ofOrder(TestTokens.of(Roles.DELIVERY_BOY, "boy-2"), order).body("items", emptyIterable());
    }

    @Test
    void a_customer_pages_through_her_own_deliveries() {
        var orders = Stream.generate(() -> dueOrderOf("c-pages")).limit(3).collect(Collectors.toSet());
        var first = mine("c-pages", "?limit=2").statusCode(200).extract();
        String cursor = first.path("next_cursor");
        var second =
                mine("c-pages", "?limit=2&cursor=" + cursor).statusCode(200).extract();

        var seen = new HashSet<String>(first.<List<String>>path("items.order_id"));
        seen.addAll(second.<List<String>>path("items.order_id"));
        assertThat(seen).isEqualTo(orders);
        assertThat(second.<String>path("next_cursor")).isNull();
        mine("c-other", "?cursor=" + cursor).statusCode(422).body("errors.field", hasItem("cursor"));
    }

    private static ValidatableResponse mine(String customer, String query) {
        return given().auth()
                .oauth2(TestTokens.ofCustomer(customer))
                .get("/api/my-deliveries" + query)
                .then();
    }
}
