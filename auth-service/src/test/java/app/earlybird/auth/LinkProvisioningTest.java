package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.DEFAULT_PASSWORD;
import static app.earlybird.auth.AuthApi.OWN_PASSWORD;
import static app.earlybird.auth.AuthApi.awaitAnswer;
import static app.earlybird.auth.AuthApi.customerSession;
import static app.earlybird.auth.AuthApi.emailOf;
import static app.earlybird.auth.AuthApi.logIn;
import static app.earlybird.auth.AuthApi.provisionedCustomer;
import static app.earlybird.auth.AuthApi.publish;
import static app.earlybird.auth.AuthApi.refresh;
import static app.earlybird.auth.AuthApi.refreshTokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The user's side of the life of a link, moved by the customer's events alone. */
@QuarkusTest
@TestProfile(OwnKeys.class)
class LinkProvisioningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    @Tag("B-05")
    @Tag("S11")
    void an_unlinked_user_loses_the_customer_and_its_sessions() {
        var customer = provisionedCustomer();
        var session = customerSession(customer);

        publish("CustomerUnlinked", customer, 2, "\"status\":\"trial\"");
        awaitLink(customer, null);

        refresh(refreshTokenOf(session)).statusCode(401);
        assertThat(Wire.types(Topic.Name.IDENTITY, customer)).hasSize(1);
    }

    @Test
    @Tag("B-04")
    @Tag("B-05")
    void a_relinked_customer_has_the_other_user_and_only_that_one() {
        var home = provisionedCustomer();
        var other = provisionedCustomer();
        publish("CustomerUnlinked", other, 2, "\"status\":\"trial\"");
        awaitLink(other, null);

        publish("CustomerUnlinked", home, 2, request(other));
        awaitAnswer(home, 2);

        assertThat(lastAnswer(home)).contains("\"result\":\"linked\"", "\"user_id\":\"user-of-" + other + "\"");
        logIn(emailOf(other), DEFAULT_PASSWORD).statusCode(200).body("user.customer_v2_id", equalTo(home));
        logIn(emailOf(home), DEFAULT_PASSWORD).statusCode(200).body("user.customer_v2_id", nullValue());
    }

    @Test
    void a_state_that_was_overtaken_changes_nothing() {
        var customer = provisionedCustomer();
        publish("CustomerUnlinked", customer, 3, "\"status\":\"trial\"");
        awaitLink(customer, null);

        publish("CustomerLinked", customer, "user-of-" + customer, 2);
        publish("CustomerCreated", customer, "user-of-" + customer, 1);
        publish("CustomerUpdated", customer, 4, request("nobody"));
        awaitAnswer(customer, 2);

        awaitLink(customer, null);
        assertThat(lastAnswer(customer)).contains("\"conflict_code\":\"user_not_found\"", "\"answers_sequence\":4");
    }

    @Test
    @Tag("B-02")
    @Tag("B-11")
    @Tag("S26")
    void a_wanted_user_of_another_customer_or_of_staff_is_a_conflict_and_keeps_what_it_has() {
        var owner = provisionedCustomer();
        var wanting = "wanting-" + UUID.randomUUID();
        publish("CustomerCreated", wanting, 1, request(owner));
        awaitAnswer(wanting, 1);
        assertThat(lastAnswer(wanting)).contains("\"conflict_code\":\"user_linked_elsewhere\"");

        AuthApi.firstAdmin();
        publish("CustomerUpdated", wanting, 2, "\"requested_user_id\":\"first-admin\",\"status\":\"trial\"");
        awaitAnswer(wanting, 2);
        assertThat(lastAnswer(wanting)).contains("\"conflict_code\":\"user_not_linkable\"");

        awaitLink(owner, owner);
        logIn(AuthApi.ADMIN_EMAIL, OWN_PASSWORD).statusCode(200).body("user.role", equalTo("admin"));
    }

    @Test
    @Tag("S25")
    void a_forged_event_makes_no_admin_and_takes_no_account() {
        var forged = "forged-" + UUID.randomUUID();
        publish("CustomerCreated", forged, 1, "\"user_id\":\"first-admin\",\"role\":\"admin\",\"status\":\"trial\"");
        awaitAnswer(forged, 1);
        var made = "made-" + UUID.randomUUID();
        publish("CustomerCreated", made, 1, "\"user_id\":\"u-" + made + "\",\"role\":\"admin\",\"status\":\"trial\"");
        awaitAnswer(made, 1);

        assertThat(lastAnswer(forged)).contains("\"result\":\"conflict\"");
        logIn(emailOf(made), DEFAULT_PASSWORD).statusCode(200).body("user.role", equalTo("customer"));
    }

    @Test
    @Tag("B-06")
    @Tag("S11")
    void a_deactivated_customer_is_shut_out_until_it_is_reactivated() {
        var customer = provisionedCustomer();
        var session = customerSession(customer);

        publish("CustomerDeactivated", customer, 2, active(customer, "inactive"));
        Poll.until(
                "shut",
                PATIENCE,
                () -> logIn(emailOf(customer), OWN_PASSWORD).extract().statusCode() == 401);
        refresh(refreshTokenOf(session)).statusCode(401);

        AuthApi.as(AuthApi.firstAdmin())
                .body(Map.of("active", true))
                .put("/api/admin/users/user-of-" + customer + "/active")
                .then()
                .statusCode(409)
                .body("code", equalTo("customer_inactive"));

        publish("CustomerReactivated", customer, 3, active(customer, "active"));
        Poll.until(
                "open",
                Duration.ofSeconds(40),
                () -> logIn(emailOf(customer), OWN_PASSWORD).extract().statusCode() == 200);
    }

    @Test
    @Tag("B-06")
    void a_user_that_was_shut_with_its_customer_stays_shut_when_it_is_unlinked() {
        var customer = provisionedCustomer();
        publish("CustomerDeactivated", customer, 2, active(customer, "inactive"));
        publish("CustomerUnlinked", customer, 3, "\"status\":\"inactive\"");
        awaitLink(customer, null);

        logIn(emailOf(customer), DEFAULT_PASSWORD).statusCode(401);
    }

    @Test
    void an_erased_customer_leaves_nothing_personal_and_no_login() {
        var customer = provisionedCustomer();
        Wire.sendRaw(Topic.Name.CUSTOMER, customer, null);

        Poll.until(
                "erased",
                PATIENCE,
                () -> logIn(emailOf(customer), DEFAULT_PASSWORD).extract().statusCode() == 401);
        AuthApi.as(AuthApi.firstAdmin())
                .get("/api/admin/users/user-of-" + customer)
                .then()
                .body("name", equalTo("erased"))
                .body("phone", nullValue())
                .body("is_active", equalTo(false));
    }

    private static String request(String otherCustomer) {
        return "\"requested_user_id\":\"user-of-" + otherCustomer + "\",\"status\":\"trial\"";
    }

    private static String active(String customer, String status) {
        return "\"user_id\":\"user-of-" + customer + "\",\"status\":\"" + status + "\"";
    }

    private static String lastAnswer(String customer) {
        return Wire.read(Topic.Name.IDENTITY, customer).getLast().value();
    }

    /** @param linked the customer the user of this one is linked to; null for none */
    private static void awaitLink(String customer, @Nullable String linked) {
        var admin = AuthApi.firstAdmin();
        Poll.until("link of " + customer, PATIENCE, () -> {
            String found = AuthApi.as(admin)
                    .get("/api/admin/users/user-of-" + customer)
                    .then()
                    .extract()
                    .path("customer_v2_id");
            return linked == null ? found == null : linked.equals(found);
        });
    }
}
