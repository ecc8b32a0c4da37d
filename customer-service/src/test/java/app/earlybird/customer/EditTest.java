package app.earlybird.customer;

import static app.earlybird.customer.CustomerApi.ADMIN;
import static app.earlybird.customer.CustomerApi.find;
import static app.earlybird.customer.CustomerApi.household;
import static app.earlybird.customer.CustomerApi.newCustomer;
import static app.earlybird.customer.CustomerApi.patch;
import static app.earlybird.customer.CustomerApi.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody overwrites what another has changed, and a patch says what it means. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class EditTest {

    @Test
    @Tag("T-36")
    void of_two_who_read_the_same_version_the_second_is_refused() {
        var id = newCustomer();
        var tag = find(ADMIN, id).extract().header("ETag");
        assertThat(tag).isEqualTo("\"1\"");
        var mine = household();
        mine.put("notes", "Rings twice");

        replace(id, tag, mine).statusCode(200).header("ETag", "\"2\"").body("notes", equalTo("Rings twice"));
        replace(id, tag, household()).statusCode(412).body("code", equalTo("version_conflict"));
        replace(id, null, household())
                .statusCode(428)
                .body("code", equalTo("if_match_required"))
                .body("detail", containsString("If-Match"));

        find(ADMIN, id).body("notes", equalTo("Rings twice"));
    }

    @Test
    @Tag("T-36")
    void prices_are_replaced_by_version_and_a_patch_honours_one() {
        var id = newCustomer();
        var prices = Map.of("custom_product_prices", Map.of("milk", new BigDecimal("27")));

        replace(id + "/custom-prices", null, prices).statusCode(428);
        replace(id + "/custom-prices", "\"1\"", prices).statusCode(200);
        replace(id + "/custom-prices", "\"1\"", prices).statusCode(412);
        patchIf(id, "\"1\"").statusCode(412);
        patchIf(id, "\"2\"").statusCode(200);
        patchIf(id, "2").statusCode(422).body("errors.field", hasItem("If-Match"));
    }

    @Test
    void a_condition_or_a_key_that_a_route_does_not_take_is_not_passed_over() {
        var id = newCustomer();
        for (var header : new String[] {"If-Match", "Idempotency-Key"}) {
            given().auth()
                    .oauth2(ADMIN)
                    .header(header, "\"1\"")
                    .contentType("application/json")
                    .body(CustomerApi.reason())
                    .post("/api/phase0-v2/customers/" + id + "/deactivate")
                    .then()
                    .statusCode(422)
                    .body("errors.field", hasItem(header));
        }
        CustomerApi.post(ADMIN, id + "/confirm", Map.of("foo", 1)).statusCode(422);
        find(ADMIN, id).body("version", equalTo(1));
    }

    @Test
    @Tag("T-35")
    void a_patch_of_a_location_merges_it() {
        var body = household();
        body.put("location", Map.of("lat", 12.9, "lng", 77.6));
        String id = register(ADMIN, body).statusCode(201).extract().path("id");

        patch(ADMIN, id, Map.of("location", Map.of("accuracy_meters", 5)))
                .statusCode(200)
                .body("location.lat", equalTo(12.9f))
                .body("location.lng", equalTo(77.6f))
                .body("location.accuracy_meters", equalTo(5f));
        patch(ADMIN, id, "{\"location\":{\"accuracy_meters\":null}}")
                .statusCode(200)
                .body("location.lat", equalTo(12.9f))
                .body("location", not(hasKey("accuracy_meters")));
        patch(ADMIN, id, "{\"location\":{\"lat\":91}}").statusCode(422).body("errors.field", hasItem("location.lat"));
        patch(ADMIN, id, "{\"location\":null}").statusCode(200);
        patch(ADMIN, id, "{\"location\":{\"lat\":5}}").statusCode(422).body("errors.field", hasItem("location.lng"));
    }

    @ParameterizedTest
    @Tag("T-37")
    @ValueSource(strings = {"1e309", "\"5\"", "-1", "true"})
    void an_accuracy_is_a_finite_number(String accuracy) {
        patch(ADMIN, newCustomer(), "{\"location\":{\"lat\":1,\"lng\":2,\"accuracy_meters\":" + accuracy + "}}")
                .statusCode(422)
                .body("errors.field", hasItem("location.accuracy_meters"));
    }

    @Test
    @Tag("T-58")
    void a_position_is_kept_and_shown_plainly() {
        var id = newCustomer();
        var place = "{\"location\":{\"lat\":0.00001,\"lng\":-0.0000012,\"accuracy_meters\":12345678.9}}";

        assertThat(patch(ADMIN, id, place).statusCode(200).extract().asString())
                .contains("\"lat\":0.000010,", "\"lng\":-0.0000012,", "\"accuracy_meters\":12345678.9");
        patch(ADMIN, id, "{\"location\":{\"lat\":1e-400}}").statusCode(422);
    }

    @Test
    @Tag("T-38")
    void who_may_not_see_the_customer_any_more_is_not_shown_it_by_a_repeat() {
        var marketer = TestTokens.of(Roles.MARKETING_STAFF, "marketer-" + UUID.randomUUID());
        var key = UUID.randomUUID().toString();
        String id = keyed(marketer, key).statusCode(201).extract().path("id");
        keyed(marketer, key).statusCode(201).body("id", equalTo(id));

        patch(ADMIN, id, Map.of("marketing_boy_id", "marketer-2", "phone", "080 2661 2345"))
                .statusCode(200);

        keyed(marketer, key).statusCode(404).body("code", equalTo("customer_not_found"));
    }

    @Test
    @Tag("T-39")
    void marketing_staff_bring_trials_and_a_delivery_boy_is_one() {
        var marketer = TestTokens.of(Roles.MARKETING_STAFF, "marketer-1");
        var active = household();
        active.put("status", "active");
        var nobodys = household();
        nobodys.put("delivery_boy_id", "nobody");

        register(marketer, active).statusCode(403).body("errors.field", hasItem("status"));
        for (var field : new String[] {"marketing_boy_id", "marketing_boy"}) {
            var anothers = household();
            anothers.put(field, "somebody-else");
            register(marketer, anothers).statusCode(403).body("errors.field", hasItem(field));
        }
        for (var token : new String[] {marketer, ADMIN}) {
            register(token, nobodys)
                    .statusCode(400)
                    .body("code", equalTo("delivery_boy_not_found"))
                    .body("errors.field", hasItem("delivery_boy_id"));
        }
    }

    @ParameterizedTest
    @Tag("T-39")
    @ValueSource(strings = {"nobody", "resigned-1", "known-customer"})
    void only_an_active_delivery_boy_gets_a_customer(String user) {
        var id = newCustomer();

        patch(ADMIN, id, Map.of("delivery_boy_id", user))
                .statusCode(400)
                .body("code", equalTo("delivery_boy_not_found"));
        patch(ADMIN, id, Map.of("delivery_boy_id", "boy-2")).statusCode(200);
        patch(ADMIN, id, Map.of("delivery_boy_id", "away-1"))
                .statusCode(503)
                .body("code", equalTo("dependency_unavailable"));
    }

    @Test
    @Tag("T-59")
    void a_phone_is_written_in_the_usual_digits() {
        patch(ADMIN, newCustomer(), Map.of("phone", "٩٨٧٦٥٤٣٢١٠"))
                .statusCode(422)
                .body("errors.field", hasItem("phone"));
    }

    @Test
    @Tag("T-36")
    void a_condition_is_there_once_and_of_the_usual_form() {
        var id = newCustomer();

        replace(id, "\"01\"", household()).statusCode(412);
        given().auth()
                .oauth2(ADMIN)
                .header("If-Match", "\"1\"", "\"2\"")
                .contentType("application/json")
                .body(household())
                .put("/api/phase0-v2/customers/" + id)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("If-Match"));
        given().auth()
                .oauth2(ADMIN)
                .header("If-Match", "\"1\"")
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body(household())
                .put("/api/phase0-v2/customers/" + id)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("If-None-Match"));
    }

    private static ValidatableResponse keyed(String token, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(household())
                .post("/api/phase0-v2/customers")
                .then();
    }

    private static ValidatableResponse replace(String path, @Nullable String ifMatch, Object body) {
        var request =
                given().auth().oauth2(ADMIN).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/phase0-v2/customers/" + path)
                .then();
    }

    private static ValidatableResponse patchIf(String id, String ifMatch) {
        return given().auth()
                .oauth2(ADMIN)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(new HashMap<>(Map.of("notes", "Second floor")))
                .patch("/api/phase0-v2/customers/" + id)
                .then();
    }
}
