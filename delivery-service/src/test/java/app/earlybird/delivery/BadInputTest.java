package app.earlybird.delivery;

import static io.restassured.RestAssured.given;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.BadInput;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every route of this service, asked in every way it must not be. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BadInputTest {

    private static Map<String, Object> report() {
        return Map.of(
                "order_id",
                DeliveryApi.dueOrderOf("c-bad-input"),
                "customer_id",
                "c-bad-input",
                "delivery_date",
                LocalDate.now(ZoneId.of("Asia/Kolkata")).toString(),
                "status",
                "partially_delivered",
                "items",
                List.of(Map.of("product_id", "milk", "delivered_qty", 1)));
    }

    @Test
    @Tag("E-06")
    @Tag("E-15")
    @Tag("S17")
    @Tag("S21")
    void no_bad_report_makes_a_delivery() {
        var bodies = BadInput.bodiesLike(report(), "items");
        BadInput.nothingIsWrittenTo(
                "delivery_statuses",
                () -> bodies.forEach(body -> BadInput.mustBeRefused(
                        body,
                        as(Roles.DELIVERY_BOY)
                                .contentType("application/json")
                                .body(body)
                                .post("/api/delivery-boy/mark-delivered")
                                .then())));
    }

    @Test
    void no_bad_withdrawal_makes_a_delivery() {
        BadInput.nothingIsWrittenTo(
                "delivery_statuses",
                () -> BadInput.bodiesLike(Map.of("customer_id", "c-1", "reason", "cancelled"))
                        .forEach(body -> BadInput.mustBeRefused(
                                body,
                                given().auth()
                                        .oauth2(TestTokens.ofService("delivery-service"))
                                        .contentType("application/json")
                                        .body(body)
                                        .post("/internal/deliveries/o-bad-input/withdraw")
                                        .then())));
    }

    @Test
    void no_bad_id_and_no_bad_page_is_an_error_of_the_server() {
        BadInput.ids()
                .forEach(id -> BadInput.mustBeRefused(
                        id,
                        as(Roles.ADMIN)
                                .urlEncodingEnabled(false)
                                .get("/api/deliveries?order_id=" + id)
                                .then()));
        BadInput.mustBeRefused(
                "no order_id", as(Roles.ADMIN).get("/api/deliveries").then());
        BadInput.pages()
                .forEach(query -> BadInput.mustBeRefused(
                        query,
                        given().auth()
                                .oauth2(TestTokens.ofCustomer("c-1"))
                                .urlEncodingEnabled(false)
                                .get("/api/my-deliveries?" + query)
                                .then()));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.of(role, DeliveryApi.BOY));
    }
}
