package app.earlybird.customer;

import static app.earlybird.customer.CustomerApi.ADMIN;
import static app.earlybird.customer.CustomerApi.answer;
import static app.earlybird.customer.CustomerApi.awaitLoginState;
import static app.earlybird.customer.CustomerApi.createKeyed;
import static app.earlybird.customer.CustomerApi.find;
import static app.earlybird.customer.CustomerApi.household;
import static app.earlybird.customer.CustomerApi.lastEvent;
import static app.earlybird.customer.CustomerApi.linkedCustomer;
import static app.earlybird.customer.CustomerApi.post;
import static app.earlybird.customer.CustomerApi.reason;
import static app.earlybird.customer.CustomerApi.register;
import static app.earlybird.customer.CustomerApi.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.Contracts;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The customer's side of the life of a link; auth-service is asked over HTTP, and answers by event. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LinkApiTest {

    private static final String LINKED = "\"result\":\"linked\"";

    @Test
    @Tag("B-05")
    void a_link_is_taken_off_and_another_put_on_with_an_event_and_a_note_for_each() {
        var id = linkedCustomer();
        var other = "known-" + UUID.randomUUID();

        post(ADMIN, id + "/unlink", reason())
                .statusCode(200)
                .body("user_id", nullValue())
                .body("login_state", equalTo("unlinked"));
        assertThat(lastEvent(id, 2)).doesNotContain("user_id");
        post(ADMIN, id + "/link", user(other))
                .statusCode(200)
                .body("requested_user_id", equalTo(other))
                .body("login_state", equalTo("provisioning"));
        assertThat(lastEvent(id, 3)).contains("\"requested_user_id\":\"" + other + "\"");
        answer(id, other, 3, LINKED);
        awaitLoginState(id, "ready");

        find(ADMIN, id).body("user_id", equalTo(other)).body("requested_user_id", nullValue());
        assertThat(lastEvent(id, 4)).contains("\"user_id\":\"" + other + "\"");
        assertThat(Wire.types(Topic.Name.CUSTOMER, id))
                .containsExactly("CustomerCreated", "CustomerUnlinked", "CustomerUpdated", "CustomerLinked");
        audited(id);
    }

    private static void audited(String id) {
        assertThat(Wire.read(Topic.Name.CUSTOMER, id))
                .allSatisfy(record -> assertThat(Contracts.violations(record)).isEmpty());
        given().auth()
                .oauth2(ADMIN)
                .get("/api/phase0-v2/customers/" + id + "/audit")
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("unlink", "link")))
                .body("items.by", equalTo(List.of("admin-1", "admin-1")));
    }

    @Test
    @Tag("B-05")
    void a_relink_frees_the_user_before_at_once() {
        var id = linkedCustomer();
        var other = "known-" + UUID.randomUUID();

        post(ADMIN, id + "/relink", user(other)).statusCode(200).body("user_id", nullValue());
        assertThat(lastEvent(id, 2)).contains("\"requested_user_id\"").doesNotContain("\"user_id\"");
        post(ADMIN, id + "/relink", user(other)).statusCode(200).body("version", equalTo(3));
        answer(id, other, 2, LINKED);
        awaitLoginState(id, "ready");

        find(ADMIN, id).body("user_id", equalTo(other));
    }

    @Test
    @Tag("B-03")
    void a_user_is_asked_for_before_it_is_wanted() {
        var id = linkedCustomer();
        post(ADMIN, id + "/unlink", reason()).statusCode(200);

        post(ADMIN, id + "/link", user("does-not-exist")).statusCode(404).body("code", equalTo("user_not_found"));
        post(ADMIN, id + "/link", user("taken-1")).statusCode(409).body("code", equalTo("user_not_linkable"));
        post(ADMIN, id + "/link", user("away-1")).statusCode(503).body("code", equalTo("dependency_unavailable"));
        find(ADMIN, id).body("login_state", equalTo("unlinked"));
        lastEvent(id, 2);
    }

    @Test
    @Tag("B-04")
    void a_customer_that_has_a_user_keeps_it_until_it_is_told_to_change() {
        var id = linkedCustomer();
        String user = find(ADMIN, id).extract().path("user_id");

        post(ADMIN, id + "/link", user("known-other")).statusCode(409).body("code", equalTo("customer_already_linked"));
        post(ADMIN, id + "/link", user(user)).statusCode(200).body("login_state", equalTo("ready"));
        post(ADMIN, id + "/unlink", reason()).statusCode(200);
        post(ADMIN, id + "/unlink", reason()).statusCode(200).body("login_state", equalTo("unlinked"));
    }

    @Test
    @Tag("B-02")
    @Tag("B-03")
    void a_customer_is_created_for_an_existing_user_and_the_same_request_again_is_the_same_customer() {
        var key = "key-" + UUID.randomUUID();
        var body = household();
        body.put("user_id", "known-" + UUID.randomUUID());

        String id = createKeyed(key, body)
                .statusCode(201)
                .body("user_id", nullValue())
                .body("requested_user_id", equalTo(body.get("user_id")))
                .extract()
                .path("id");
        createKeyed(key, body).statusCode(201).body("id", equalTo(id));
        body.put("user_id", "does-not-exist");
        register(ADMIN, body).statusCode(404).body("code", equalTo("user_not_found"));
        body.put("user_id", "taken-1");
        register(ADMIN, body).statusCode(409).body("code", equalTo("user_not_linkable"));
        body.put("user_id", "known-2");
        register(TestTokens.of(Roles.SUPPORT, "s"), body).statusCode(403).body("code", equalTo("field_not_allowed"));
    }

    @Test
    @Tag("B-02")
    void a_conflict_is_listed_until_it_is_settled() {
        var body = household();
        var wanted = "known-" + UUID.randomUUID();
        body.put("user_id", wanted);
        String id = register(ADMIN, body).statusCode(201).extract().path("id");
        answer(id, wanted, 1, "\"result\":\"conflict\",\"conflict_code\":\"user_linked_elsewhere\"");
        awaitLoginState(id, "conflict");

        assertThat(conflicts()).contains(id);
        CustomerApi.patch(ADMIN, id, Map.of("notes", "Not again")).statusCode(200);
        assertThat(lastEvent(id, 2)).doesNotContain("requested_user_id");
        var other = "known-" + UUID.randomUUID();
        post(ADMIN, id + "/link", user(other)).statusCode(200);
        answer(id, other, 3, LINKED);
        awaitLoginState(id, "ready");
        assertThat(conflicts()).doesNotContain(id);
    }

    @Test
    @Tag("B-04")
    void a_user_of_another_customer_here_is_never_taken_over() {
        var owner = linkedCustomer();
        String user = find(ADMIN, owner).extract().path("user_id");
        var id = linkedCustomer();
        post(ADMIN, id + "/unlink", reason()).statusCode(200);
        var wanted = "known-" + user;
        post(ADMIN, id + "/link", user(wanted)).statusCode(200);
        answer(id, user, 3, LINKED);
        answer(id, wanted, 3, "\"result\":\"conflict\",\"conflict_code\":\"user_linked_elsewhere\"");

        find(ADMIN, owner).body("user_id", equalTo(user));
        find(ADMIN, id).body("user_id", nullValue());
    }

    @Test
    void a_deactivated_customer_is_not_linked_and_a_reason_is_needed() {
        var id = linkedCustomer();
        post(ADMIN, id + "/unlink", reason()).statusCode(200);
        post(ADMIN, id + "/deactivate", reason()).statusCode(200);

        post(ADMIN, id + "/link", user("known-1")).statusCode(409).body("code", equalTo("customer_inactive"));
        post(ADMIN, id + "/unlink", Map.of()).statusCode(422).body("errors.field", hasItem("reason"));
        post(ADMIN, "nothing/link", user("known-1")).statusCode(404);
    }

    @Test
    void links_that_differ_are_published_again() {
        var id = linkedCustomer();

        List<String> republished = given().auth()
                .oauth2(ADMIN)
                .contentType("application/json")
                .post("/api/phase0-v2/link-conflicts/repair")
                .then()
                .statusCode(200)
                .extract()
                .path("republished");

        assertThat(republished).contains(id);
        lastEvent(id, 2);
    }

    private static List<String> conflicts() {
        return given().auth()
                .oauth2(TestTokens.of(Roles.SUPPORT, "s"))
                .get("/api/phase0-v2/link-conflicts?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.customer_id");
    }
}
