package app.earlybird.order;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every route of this service, asked in every way it must not be. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BadInputTest {

    private static Map<String, Object> order() {
        return Map.of(
                "items",
                List.of(Map.of("product_id", OrderApi.product("54"), "quantity", 1)),
                "delivery_date",
                LocalDate.now(ZoneId.of("Asia/Kolkata")).toString(),
                "shift",
                "morning",
                "notes",
                "ring twice");
    }

    private static final Map<String, Object> PRODUCT =
            Map.of("name", "Milk", "unit", "Liter", "unit_step", 0.5, "price", 54.5);

    @Test
    @Tag("D-01")
    @Tag("S17")
    @Tag("S21")
    void no_bad_body_makes_an_order() {
        BadInput.nothingIsWrittenTo(
                "orders",
                () -> BadInput.bodiesLike(order(), "shift", "notes")
                        .forEach(body -> BadInput.mustBeRefused(
                                body,
                                json(customer()).body(body).post("/api/orders").then())));
    }

    @Test
    @Tag("S17")
    @Tag("S21")
    void no_bad_body_makes_or_changes_a_product() {
        BadInput.nothingIsWrittenTo(
                "products",
                () -> BadInput.bodiesLike(PRODUCT).forEach(body -> {
                    BadInput.mustBeRefused(
                            body, json(admin()).body(body).post("/api/products").then());
                    BadInput.mustBeRefused(
                            body,
                            json(admin()).body(body).put("/api/products/p-1").then());
                }));
    }

    @Test
    void no_bad_id_and_no_bad_page_is_an_error_of_the_server() {
        BadInput.ids()
                .flatMap(id -> Stream.of("/api/orders/" + id, "/api/products/" + id))
                .forEach(path -> BadInput.mustBeRefused(
                        path, admin().urlEncodingEnabled(false).get(path).then()));
        BadInput.ids()
                .forEach(id -> BadInput.mustBeRefused(
                        id,
                        customer()
                                .urlEncodingEnabled(false)
                                .post("/api/orders/" + id + "/cancel")
                                .then()));
        BadInput.pages()
                .flatMap(query -> Stream.of("/api/orders?" + query, "/api/products?" + query))
                .forEach(path -> BadInput.mustBeRefused(
                        path, customer().urlEncodingEnabled(false).get(path).then()));
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType("application/json");
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(TestTokens.of(Roles.ADMIN, "admin-1"));
    }

    private static RequestSpecification customer() {
        return given().auth().oauth2(TestTokens.ofCustomer("known-bad-input"));
    }
}
