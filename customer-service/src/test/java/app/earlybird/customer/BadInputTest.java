package app.earlybird.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.BadInput;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every route of this service, asked in every way it must not be. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BadInputTest {

    private static final String CUSTOMERS = "/api/phase0-v2/customers";
    private static final Map<String, String> GOOD =
            Map.of("name", "Asha", "phone", "9876543210", "address", "12 MG Road", "area", "Indiranagar");

    @Test
    @Tag("S17")
    @Tag("S21")
    void no_bad_body_makes_a_customer() {
        BadInput.nothingIsWrittenTo(
                "customers_v2",
                () -> BadInput.bodiesLike(GOOD)
                        .forEach(body -> BadInput.mustBeRefused(
                                body,
                                asAdmin()
                                        .contentType("application/json")
                                        .body(body)
                                        .post(CUSTOMERS)
                                        .then())));
    }

    @Test
    void no_bad_id_and_no_bad_page_is_an_error_of_the_server() {
        BadInput.ids()
                .forEach(id -> BadInput.mustBeRefused(
                        id,
                        asAdmin()
                                .urlEncodingEnabled(false)
                                .get(CUSTOMERS + "/" + id)
                                .then()));
        BadInput.pages()
                .forEach(query -> BadInput.mustBeRefused(
                        query,
                        asAdmin()
                                .urlEncodingEnabled(false)
                                .get(CUSTOMERS + "?" + query)
                                .then()));
    }

    @Test
    @Tag("S20")
    void what_is_too_large_of_another_type_or_by_another_method_is_refused_as_such() {
        asAdmin()
                .contentType("application/json")
                .body("x".repeat(2_000_000))
                .post(CUSTOMERS)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too_large"));
        asAdmin()
                .contentType("text/plain")
                .body("x")
                .post(CUSTOMERS)
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
        asAdmin().accept("text/html").get(CUSTOMERS).then().statusCode(406).contentType("application/problem+json");
        asAdmin().delete(CUSTOMERS).then().statusCode(405).body("code", equalTo("method_not_allowed"));
        asAdmin().get("/api/nothing").then().statusCode(404).body("code", equalTo("not_found"));
    }

    private static RequestSpecification asAdmin() {
        return given().auth().oauth2(TestTokens.of(Roles.ADMIN, "admin-1"));
    }
}
