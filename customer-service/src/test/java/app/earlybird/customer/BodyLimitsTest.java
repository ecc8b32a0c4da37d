package app.earlybird.customer;

import static app.earlybird.customer.CustomerApi.ADMIN;
import static app.earlybird.customer.CustomerApi.newCustomer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import app.earlybird.kit.test.SuiteResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is too long, or encoded, is refused for that and briefly. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BodyLimitsTest {

    @Test
    @Tag("T-01")
    @Tag("S20")
    void too_many_prices_are_one_short_answer() {
        var id = newCustomer();
        Map<String, BigDecimal> many =
                IntStream.range(0, 201).boxed().collect(Collectors.toMap(i -> "p-" + i, i -> BigDecimal.ONE.negate()));

        for (var body : new Object[] {
            Map.of("custom_product_prices", many),
            "{\"custom_product_prices\":{" + "\"a b\":-1,".repeat(5000) + "\"x\":1}}",
            "{\"custom_product_prices\":[" + "{},".repeat(20_000) + "{}]}"
        }) {
            var answer = replace(id + "/custom-prices", "*", body).statusCode(422);
            assertThat(answer.extract().asByteArray()).hasSizeLessThan(8000);
        }
        replace(id + "/custom-prices", "*", Map.of("custom_product_prices", many))
                .body("errors.size()", equalTo(1))
                .body("errors[0].field", equalTo("custom_product_prices"));
        Map<String, BigDecimal> wrong =
                IntStream.range(0, 100).boxed().collect(Collectors.toMap(i -> "p-" + i, i -> BigDecimal.ONE.negate()));
        replace(id + "/custom-prices", "*", Map.of("custom_product_prices", wrong))
                .statusCode(422)
                .body("errors.size()", lessThanOrEqualTo(20));
    }

    @Test
    @Tag("S20")
    void a_long_body_that_is_right_is_taken() {
        var id = newCustomer();
        Map<String, BigDecimal> prices =
                IntStream.range(0, 200).boxed().collect(Collectors.toMap(i -> "p".repeat(60) + i, i -> BigDecimal.TEN));

        replace(id + "/custom-prices", "*", Map.of("custom_product_prices", prices))
                .statusCode(200)
                .body("custom_product_prices.size()", equalTo(200));
    }

    @Test
    void a_price_that_is_refused_has_the_name_the_client_wrote() {
        var prices = Map.of("Milk-1L", new BigDecimal("-1"));

        replace(newCustomer() + "/custom-prices", "*", Map.of("custom_product_prices", prices))
                .statusCode(422)
                .body("errors[0].field", equalTo("custom_product_prices[Milk-1L]"));
    }

    @Test
    @Tag("S20")
    void a_long_text_is_refused_by_the_name_of_its_field() {
        for (int length : new int[] {201, 9000, 20_000, 60_000}) {
            CustomerApi.patch(CustomerApi.ADMIN, newCustomer(), Map.of("notes", "x".repeat(length)))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("notes"));
        }
    }

    @Test
    @Tag("T-06")
    void a_body_with_an_encoding_is_not_guessed_at() {
        for (var encoding : new String[] {"gzip", "br"}) {
            given().auth()
                    .oauth2(ADMIN)
                    .header("Content-Encoding", encoding)
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/phase0-v2/customers")
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unsupported_content_encoding"));
        }
    }

    private static ValidatableResponse replace(String path, @Nullable String ifMatch, Object body) {
        var request =
                given().auth().oauth2(ADMIN).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/phase0-v2/customers/" + path)
                .then();
    }
}
