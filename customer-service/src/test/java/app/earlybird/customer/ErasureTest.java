package app.earlybird.customer;

import static app.earlybird.customer.CustomerApi.ADMIN;
import static app.earlybird.customer.CustomerApi.find;
import static app.earlybird.customer.CustomerApi.household;
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
import app.earlybird.kit.test.Database;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A customer is forgotten on request, and has what is kept of her on request. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ErasureTest {

    @Test
    void an_erased_customer_is_blank_her_topic_ends_and_the_business_keeps_its_facts() {
        var body = household();
        body.put("notes", "Rings twice");
        body.put("landmark", "Blue gate");
        body.put("location", Map.of("lat", 12.9, "lng", 77.6));
        String id = register(ADMIN, body).statusCode(201).extract().path("id");

        post(ADMIN, id + "/erase", reason())
                .statusCode(200)
                .body("name", equalTo(""))
                .body("phone", equalTo(""))
                .body("address", equalTo(""))
                .body("notes", nullValue())
                .body("location", nullValue())
                .body("user_id", nullValue())
                .body("area", equalTo("Indiranagar"))
                .body("status", equalTo("erased"));

        var text = stored(id).toJson();
        assertThat(text).doesNotContain("Asha", "98765", "MG Road", "Rings twice", "Blue gate", "12.9");
        Poll.until(
                "the tombstone of " + id,
                Duration.ofSeconds(20),
                () -> Wire.read(Topic.Name.CUSTOMER, id).getLast().value() == null);
    }

    @Test
    void nothing_of_an_erased_customer_changes_again_and_erasing_again_changes_nothing() {
        var id = newCustomer();
        post(ADMIN, id + "/erase", reason()).statusCode(200).body("version", equalTo(2));

        post(ADMIN, id + "/erase", reason()).statusCode(200).body("version", equalTo(2));
        refused(patch(ADMIN, id, Map.of("name", "Somebody")));
        refused(put(ADMIN, id + "/custom-prices", Map.of("custom_product_prices", Map.of("milk", 1))));
        refused(post(ADMIN, id + "/deactivate", reason()));
        refused(post(ADMIN, id + "/reactivate", reason()));
        refused(post(ADMIN, id + "/link", CustomerApi.user("known-1")));
        refused(post(ADMIN, id + "/relink", CustomerApi.user("known-1")));
        post(ADMIN, id + "/confirm", Map.of()).statusCode(409);
        find(ADMIN, id).body("version", equalTo(2));
    }

    @Test
    void it_is_refused_while_orders_are_open_or_nobody_knows() {
        var busy = store("busy-" + UUID.randomUUID());
        var unknown = store("away-" + UUID.randomUUID());

        post(ADMIN, busy + "/erase", reason()).statusCode(409).body("code", equalTo("orders_open"));
        post(ADMIN, unknown + "/erase", reason()).statusCode(503).body("code", equalTo("dependency_unavailable"));
        find(ADMIN, busy).body("name", equalTo("Meera"));
    }

    @Test
    void only_an_admin_erases_and_says_why() {
        var id = newCustomer();

        post(TestTokens.of(Roles.SUPPORT, "s"), id + "/erase", reason()).statusCode(403);
        post(ADMIN, id + "/erase", Map.of()).statusCode(422).body("errors.field", hasItem("reason"));
        post(ADMIN, "missing/erase", reason()).statusCode(404);
    }

    @Test
    void a_customer_gets_all_that_is_kept_of_her_and_nobody_else_does() {
        var id = newCustomer();
        post(ADMIN, id + "/deactivate", reason()).statusCode(200);

        export(TestTokens.ofCustomer(id), id)
                .statusCode(200)
                .body("customer.name", equalTo("Asha Rao"))
                .body("customer.phone", equalTo("+919876543210"))
                .body("audit[0].action", equalTo("deactivate"));
        export(ADMIN, id).statusCode(200);
        export(TestTokens.ofCustomer(newCustomer()), id).statusCode(404);
        export(TestTokens.of(Roles.SUPPORT, "s"), id).statusCode(403);
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("customer_erased"));
    }

    private static ValidatableResponse export(String token, String id) {
        return given().auth()
                .oauth2(token)
                .get("/api/phase0-v2/customers/" + id + "/export")
                .then();
    }

    private static String store(String id) {
        Database.collection(
                "customers_v2",
                all -> all.insertOne(
                        new Document("id", id).append("name", "Meera").append("status", "active")));
        return id;
    }

    private static Document stored(String id) {
        return Database.collection(
                "customers_v2", all -> all.find(new Document("id", id)).first());
    }
}
