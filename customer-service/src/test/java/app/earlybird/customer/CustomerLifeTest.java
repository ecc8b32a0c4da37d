package app.earlybird.customer;

import static app.earlybird.customer.CustomerApi.ADMIN;
import static app.earlybird.customer.CustomerApi.find;
import static app.earlybird.customer.CustomerApi.household;
import static app.earlybird.customer.CustomerApi.lastEvent;
import static app.earlybird.customer.CustomerApi.list;
import static app.earlybird.customer.CustomerApi.newCustomer;
import static app.earlybird.customer.CustomerApi.patch;
import static app.earlybird.customer.CustomerApi.post;
import static app.earlybird.customer.CustomerApi.put;
import static app.earlybird.customer.CustomerApi.reason;
import static app.earlybird.customer.CustomerApi.register;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.BadInput;
import app.earlybird.kit.test.Contracts;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class CustomerLifeTest {

    @Test
    void a_patch_changes_what_it_names_and_clears_what_is_null() {
        var body = household();
        body.put("notes", "Rings twice");
        String id = register(ADMIN, body).extract().path("id");

        patch(ADMIN, id, Map.of("phone", "080 2661 2345", "area", "Jayanagar"))
                .statusCode(200)
                .body("phone", equalTo("+918026612345"))
                .body("area", equalTo("Jayanagar"))
                .body("name", equalTo("Asha Rao"))
                .body("notes", equalTo("Rings twice"));
        patch(ADMIN, id, "{\"notes\":null}").statusCode(200).body("notes", nullValue());
        patch(ADMIN, id, "{\"name\":null}").statusCode(422).body("errors.field", hasItem("name"));

        assertThat(lastEvent(id, 3)).contains("\"phone\":\"+918026612345\"", "\"area\":\"Jayanagar\"");
        assertThat(Wire.read(Topic.Name.CUSTOMER, id))
                .allSatisfy(record -> assertThat(Contracts.violations(record)).isEmpty());
    }

    @Test
    void a_landmark_is_optional_changed_by_the_delivery_manager_and_published() {
        var body = household();
        body.put("landmark", "Opposite the water tank");
        String id = register(ADMIN, body).extract().path("id");
        find(ADMIN, id).body("landmark", equalTo("Opposite the water tank"));
        assertThat(lastEvent(id, 1)).contains("\"landmark\":\"Opposite the water tank\"");

        var manager = TestTokens.of(Roles.DELIVERY_MANAGER, "manager-1");
        patch(manager, id, Map.of("landmark", "Blue gate")).statusCode(200).body("landmark", equalTo("Blue gate"));
        patch(ADMIN, id, "{\"landmark\":null}").statusCode(200).body("landmark", nullValue());
        patch(ADMIN, id, Map.of("landmark", "")).statusCode(422).body("errors.field", hasItem("landmark"));

        assertThat(lastEvent(id, 3)).doesNotContain("landmark");
        assertThat(Wire.read(Topic.Name.CUSTOMER, id))
                .allSatisfy(record -> assertThat(Contracts.violations(record)).isEmpty());
    }

    @Test
    void a_patch_has_its_own_media_type_and_names_a_nested_field_as_the_body_does() {
        var id = newCustomer();
        given().auth()
                .oauth2(ADMIN)
                .contentType("application/merge-patch+json")
                .body("{\"notes\":\"Second floor\"}")
                .patch("/api/phase0-v2/customers/" + id)
                .then()
                .statusCode(200)
                .body("notes", equalTo("Second floor"));
        patch(ADMIN, id, "{\"location\":{\"lat\":5}}").statusCode(422).body("errors.field", hasItem("location.lng"));
    }

    @Test
    void what_changes_nothing_announces_nothing() {
        var id = newCustomer();
        var same = new HashMap<>(household());

        put(ADMIN, id, same).statusCode(200).body("version", equalTo(1));
        patch(ADMIN, id, Map.of("name", "Asha Rao")).statusCode(200).body("version", equalTo(1));
        patch(ADMIN, id, Map.of()).statusCode(422);

        lastEvent(id, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "support, delivery_boy_id, boy-2",
        "support, marketing_boy_id, marketer-2",
        "delivery_manager, name, Somebody",
        "delivery_manager, phone, 08026612345",
        "delivery_manager, marketing_boy, Somebody"
    })
    @Tag("C-02")
    @Tag("S17")
    void a_role_changes_its_own_fields_only(String role, String field, String value) {
        var id = newCustomer();

        patch(TestTokens.of(role, "somebody"), id, Map.of(field, value))
                .statusCode(403)
                .body("code", equalTo("field_not_allowed"))
                .body("errors.field", equalTo(List.of(field)));
        var whole = household();
        whole.put(field, value);
        put(TestTokens.of(role, "somebody"), id, whole).statusCode(403);
        find(ADMIN, id).body("version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "_id",
                "user_id",
                "role",
                "version",
                "status",
                "password_hash",
                "previous_balance",
                "custom_product_prices",
                "login_state",
                "$set",
                "a.b"
            })
    @Tag("B-05")
    @Tag("B-09")
    @Tag("C-02")
    @Tag("S17")
    void nobody_changes_what_is_not_edited(String field) {
        var id = newCustomer();

        patch(ADMIN, id, Map.of(field, "x")).statusCode(422);
        var whole = household();
        whole.put(field, "x");
        put(ADMIN, id, whole).statusCode(422);
        find(ADMIN, id).body("version", equalTo(1)).body("id", equalTo(id));
    }

    @Test
    @Tag("S21")
    void no_bad_body_changes_a_customer() {
        var id = newCustomer();
        var good = household();
        BadInput.bodiesLike(good).forEach(body -> BadInput.mustBeRefused(body, replace(id, body)));

        find(ADMIN, id).body("version", equalTo(1));
    }

    @Test
    @Tag("C-03")
    void marketing_staff_touch_their_own_customers_only() {
        var mine = TestTokens.of(Roles.MARKETING_STAFF, "marketer-" + UUID.randomUUID());
        var other = TestTokens.of(Roles.MARKETING_STAFF, "marketer-" + UUID.randomUUID());
        String id = register(mine, household()).extract().path("id");

        patch(mine, id, Map.of("notes", "Second floor")).statusCode(200);
        patch(other, id, Map.of("notes", "Mine now")).statusCode(404).body("code", equalTo("customer_not_found"));
        put(other, id, household()).statusCode(404);
        post(other, id + "/confirm", Map.of()).statusCode(404);
        patch(mine, id, Map.of("marketing_boy_id", "somebody-else")).statusCode(403);
        post(mine, id + "/confirm", Map.of()).statusCode(200).body("status", equalTo("active"));
    }

    @Test
    @Tag("C-04")
    void a_filter_never_widens_what_marketing_staff_see() {
        var marketer = "marketer-" + UUID.randomUUID();
        var mine = TestTokens.of(Roles.MARKETING_STAFF, marketer);
        var other = "marketer-" + UUID.randomUUID();
        register(TestTokens.of(Roles.MARKETING_STAFF, other), household()).statusCode(201);
        String id = register(mine, household()).extract().path("id");

        list(mine, "?marketing_boy_id=" + other).body("items.size()", equalTo(0));
        list(mine, "?marketing_boy_id=" + marketer).body("items.id", equalTo(List.of(id)));
        list(ADMIN, "?marketing_boy_id=" + other).body("items.size()", equalTo(1));
    }

    @Test
    void a_list_is_filtered_by_status_and_area() {
        var area = "Area " + UUID.randomUUID();
        var body = household();
        body.put("area", area);
        String trial = register(ADMIN, body).extract().path("id");
        String active = register(ADMIN, body).extract().path("id");
        post(ADMIN, active + "/confirm", Map.of()).statusCode(200);

        list(ADMIN, "?area=" + area).body("items.size()", equalTo(2));
        list(ADMIN, "?status=trial&area=" + area).body("items.id", equalTo(List.of(trial)));
        list(ADMIN, "?status=active&area=" + area).body("items.id", equalTo(List.of(active)));
        String cursor = list(ADMIN, "?limit=1&area=" + area).extract().path("next_cursor");
        list(ADMIN, "?limit=1&status=trial&area=" + area + "&cursor=" + cursor).statusCode(422);
        list(ADMIN, "?status=gone").statusCode(422);
    }

    @Test
    void a_trial_is_confirmed_once() {
        var id = newCustomer();
        post(ADMIN, id + "/confirm", Map.of()).statusCode(200).body("status", equalTo("active"));
        post(ADMIN, id + "/confirm", Map.of()).statusCode(200).body("version", equalTo(2));
        post(ADMIN, id + "/deactivate", reason()).statusCode(200);
        post(ADMIN, id + "/confirm", Map.of()).statusCode(409).body("code", equalTo("customer_not_in_trial"));
    }

    @Test
    @Tag("B-06")
    void a_customer_is_deactivated_and_comes_back_but_is_never_gone() {
        var id = newCustomer();
        post(ADMIN, id + "/deactivate", reason()).statusCode(200).body("status", equalTo("inactive"));
        post(ADMIN, id + "/deactivate", reason()).statusCode(200).body("version", equalTo(2));
        assertThat(lastEvent(id, 2)).contains("\"status\":\"inactive\"", "\"reason\":\"As agreed on the phone\"");
        find(ADMIN, id).statusCode(200).body("status", equalTo("inactive"));

        post(ADMIN, id + "/reactivate", reason()).statusCode(200).body("status", equalTo("trial"));
        post(ADMIN, id + "/reactivate", reason()).statusCode(200).body("version", equalTo(3));
        post(ADMIN, id + "/reactivate", Map.of("reason", "And once more")).statusCode(200);
        given().auth()
                .oauth2(ADMIN)
                .get("/api/phase0-v2/customers/" + id + "/audit")
                .then()
                .body("items.reason", hasItem("And once more"));
        assertThat(Wire.types(Topic.Name.CUSTOMER, id)).startsWith("CustomerCreated", "CustomerDeactivated");
        post(ADMIN, id + "/deactivate", Map.of()).statusCode(422).body("errors.field", hasItem("reason"));
    }

    @Test
    @Tag("C-02")
    void only_an_admin_gives_a_price_of_its_own() {
        var id = newCustomer();
        var prices = Map.of("custom_product_prices", Map.of("milk", new BigDecimal("51.50")));

        put(TestTokens.of(Roles.SUPPORT, "s"), id + "/custom-prices", prices).statusCode(403);
        put(ADMIN, id + "/custom-prices", prices).statusCode(200).body("custom_product_prices.milk", equalTo(51.5f));
        assertThat(lastEvent(id, 2)).contains("\"custom_prices_paise\":{\"milk\":5150}");
        for (var wrong : List.of("-1", "0.001", "1e12")) {
            var body = Map.of("custom_product_prices", Map.of("milk", new BigDecimal(wrong)));
            put(ADMIN, id + "/custom-prices", body).statusCode(422);
        }
        put(ADMIN, id + "/custom-prices", Map.of("custom_product_prices", Map.of("$ne", 1)))
                .statusCode(422);
    }

    private static ValidatableResponse replace(String id, String body) {
        return given().auth()
                .oauth2(ADMIN)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .put("/api/phase0-v2/customers/" + id)
                .then();
    }
}
