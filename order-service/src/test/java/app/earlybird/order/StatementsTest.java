package app.earlybird.order;

import static app.earlybird.order.OrderApi.ADMIN;
import static app.earlybird.order.OrderApi.customer;
import static app.earlybird.order.OrderApi.get;
import static app.earlybird.order.OrderApi.place;
import static app.earlybird.order.OrderApi.placed;
import static app.earlybird.order.OrderApi.product;
import static app.earlybird.order.OrderApi.today;
import static app.earlybird.order.OrderApi.wish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client states is taken as it is, or refused by the name of its field. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class StatementsTest {

    private static final String TERMS = "{\"name\":\"Milk\",\"unit\":\"Liter\",\"unit_step\":0.5,\"price\":54%s}";

    @Test
    @Tag("T-01")
    @Tag("S20")
    void a_long_list_is_one_short_refusal() {
        var lengths = List.of(51, 2000, 20_000);
        for (int length : lengths) {
            var body = "{\"delivery_date\":\"" + today() + "\",\"items\":[" + "{},".repeat(length - 1) + "{}]}";
            var answer = asCustomer(body).statusCode(422);
            assertThat(answer.extract().asByteArray()).hasSizeLessThan(8000);
        }
        asCustomer("{\"delivery_date\":\"" + today() + "\",\"items\":[" + "{},".repeat(50) + "{}]}")
                .body("errors.size()", equalTo(1))
                .body("errors[0].field", equalTo("items"));
        asCustomer("{\"delivery_date\":\"" + today() + "\",\"items\":[" + "{},".repeat(49) + "{}]}")
                .body("errors.size()", lessThanOrEqualTo(20));
        asCustomer("{\"delivery_date\":\"" + today() + "\",\"items\":[" + "{},".repeat(300_000) + "{}]}")
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too_large"));
    }

    @ParameterizedTest
    @Tag("T-59")
    @ValueSource(strings = {"+002026-11-29", "2026-1-1", "٢٠٢٦-11-29"})
    void a_date_is_of_the_usual_form(String date) {
        var wish = wish(product("54"), 1);
        wish.put("delivery_date", date);

        place(customer(), wish)
                .statusCode(422)
                .body("errors[0].field", equalTo("delivery_date"))
                .body("errors[0].message", equalTo("must be a date such as 2026-11-29"));
    }

    @ParameterizedTest
    @Tag("T-59")
    @ValueSource(strings = {"%D9%A3", "%2B5", "007", "1e1"})
    void a_limit_is_of_the_usual_form(String limit) {
        given().auth()
                .oauth2(TestTokens.ofCustomer("c"))
                .urlEncodingEnabled(false)
                .get("/api/orders?limit=" + limit)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("limit"));
    }

    @Test
    @Tag("T-58")
    void a_quantity_is_kept_and_shown_plainly() {
        var customer = customer();
        var product = product("54");
        var body = "{\"delivery_date\":\"%s\",\"items\":[{\"product_id\":\"%s\",\"quantity\":1e2}]}"
                .formatted(today(), product);
        String order = given().auth()
                .oauth2(TestTokens.ofCustomer(customer))
                .contentType("application/json")
                .body(body)
                .post("/api/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(get(ADMIN, "/api/orders/" + order).extract().asString()).contains("\"quantity\":100,");
    }

    @Test
    void a_refusal_names_the_line_that_a_form_can_mark() {
        var milk = product("54");
        var line = Map.<String, Object>of("product_id", milk, "quantity", 1);
        refused(List.of(line, Map.of("product_id", "no-such", "quantity", 1)), "items[1].product_id");
        refused(List.of(line, line), "items[1].product_id");
        refused(List.of(Map.of("product_id", milk, "quantity", new BigDecimal("0.3"))), "items[0].quantity");
        var far = wish(milk, 1);
        far.put("delivery_date", today().plusDays(91).toString());
        place(customer(), far).statusCode(400).body("errors.field", equalTo(List.of("delivery_date")));
        var elsewhere = wish(milk, 1);
        elsewhere.put("address_id", "office");
        place(customer(), elsewhere).statusCode(400).body("errors.field", equalTo(List.of("address_id")));
        var evening = wish(milk, 1);
        evening.put("shift", "night");
        place(customer(), evening).body("errors[0].message", equalTo("must be morning or evening"));
    }

    @Test
    @Tag("T-55")
    void a_cancel_takes_a_reason_and_nothing_it_does_not_know() {
        var customer = customer();
        var order = placed(customer);

        cancel(customer, order, "{\"foo\":1}").statusCode(422).body("code", equalTo("unknown_field"));
        cancel(customer, order, "{\"reason\":\"\"}").statusCode(422);
        cancel(customer, order, "{\"reason\":\"We are away\"}")
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("cancelled_by", equalTo("customer"))
                .body("cancelled_by_user_id", notNullValue())
                .body("cancelled_at", notNullValue())
                .body("cancel_reason", equalTo("We are away"));
        OrderApi.cancel(customer, placed(customer)).statusCode(200).body("cancelled_by", equalTo("customer"));
    }

    @Test
    @Tag("T-56")
    void one_key_makes_one_product() {
        var key = UUID.randomUUID().toString();
        String first =
                create(key, TERMS.formatted("")).statusCode(201).extract().path("id");

        create(key, TERMS.formatted("")).statusCode(201).body("id", equalTo(first));
        create(key, TERMS.formatted(",\"is_active\":false"))
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    @Test
    @Tag("T-57")
    @Tag("T-36")
    void a_retired_product_stays_retired_until_somebody_says_otherwise() {
        String product =
                create(null, TERMS.formatted(",\"is_active\":false")).extract().path("id");

        change(product, null, TERMS.formatted("")).statusCode(428).body("detail", containsString("If-Match"));
        change(product, "\"1\"", TERMS.formatted("").replace("54", "55"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("is_active", equalTo(false));
        change(product, "\"1\"", TERMS.formatted("")).statusCode(412).body("code", equalTo("version_conflict"));
        change(product, "\"2\"", TERMS.formatted(",\"is_active\":true")).body("is_active", equalTo(true));
    }

    @Test
    @Tag("T-33")
    void a_conflict_of_a_neighbour_is_one_here_and_not_an_absence() {
        place("malformed-" + UUID.randomUUID(), wish(product("54"), 1))
                .statusCode(409)
                .body("code", equalTo("document_unreadable"));
    }

    @Test
    void an_answer_of_an_order_carries_its_version() {
        var order = placed(customer());

        get(ADMIN, "/api/orders/" + order).header("ETag", equalTo("\"1\""));
    }

    private static void refused(List<Map<String, Object>> items, String field) {
        var wish = wish("any", 1);
        wish.put("items", items);
        place(customer(), wish)
                .statusCode(400)
                .body("errors.field", equalTo(List.of(field)))
                .body("errors.message", everyItem(notNullValue()))
                .body("errors.field", hasItem(field));
    }

    private static ValidatableResponse asCustomer(String body) {
        return given().auth()
                .oauth2(TestTokens.ofCustomer(customer()))
                .contentType("application/json")
                .body(body)
                .post("/api/orders")
                .then();
    }

    private static ValidatableResponse cancel(String customer, String order, String body) {
        return given().auth()
                .oauth2(TestTokens.ofCustomer(customer))
                .contentType("application/json")
                .body(body)
                .post("/api/orders/" + order + "/cancel")
                .then();
    }

    private static ValidatableResponse create(@Nullable String key, String body) {
        var request =
                given().auth().oauth2(ADMIN).contentType("application/json").body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/api/products")
                .then();
    }

    private static ValidatableResponse change(String product, @Nullable String ifMatch, String body) {
        var request =
                given().auth().oauth2(ADMIN).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/products/" + product)
                .then();
    }
}
