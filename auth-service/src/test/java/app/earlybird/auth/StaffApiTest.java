package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.createStaff;
import static app.earlybird.auth.AuthApi.staff;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class StaffApiTest {

    @Test
    @Tag("A-11")
    void an_email_is_one_account_whatever_its_case() {
        var email = "Meera-" + UUID.randomUUID() + "@EarlyBird.example";

        createStaff(staff(email)).statusCode(201).body("email", equalTo(email));
        createStaff(staff(email.toLowerCase(Locale.ROOT))).statusCode(409).body("code", equalTo("email_taken"));
        AuthApi.logIn(email.toUpperCase(Locale.ROOT), "first-password-1").statusCode(200);
    }

    @Test
    @Tag("A-12")
    void fifty_at_once_make_one_account() throws Exception {
        var body = staff("race-" + UUID.randomUUID() + "@earlybird.example");
        Callable<Integer> once = () -> createStaff(body).extract().statusCode();

        try (var callers = Executors.newFixedThreadPool(50)) {
            var answers =
                    callers.invokeAll(IntStream.range(0, 50).mapToObj(i -> once).toList());
            var created = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 409, 503);
                created += answer.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
    }

    @Test
    @Tag("A-19")
    void a_link_given_at_creation_is_refused_in_words() {
        var body = staff("link-" + UUID.randomUUID() + "@earlybird.example");
        body.put("customer_v2_id", "c-1");

        createStaff(body).statusCode(400).body("code", equalTo("customer_link_not_allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "nobody", "customer-c-1@earlybird.local", "Customer-C-1@EarlyBird.Local"})
    void an_email_is_one_and_not_of_the_domain_of_customers_logins(String email) {
        createStaff(staff(email)).statusCode(422).body("errors.field", hasItem("email"));
    }

    @Test
    @Tag("A-07")
    void nobody_begins_with_the_default_password() {
        var body = staff("default-" + UUID.randomUUID() + "@earlybird.example");
        body.put("password", AuthApi.DEFAULT_PASSWORD);

        createStaff(body).statusCode(422).body("errors.field", hasItem("password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.CUSTOMER, Roles.SERVICE, "superadmin"})
    void only_staff_roles_are_given(String role) {
        var body = staff("role-" + UUID.randomUUID() + "@earlybird.example");
        body.put("role", role);

        createStaff(body).statusCode(422).body("errors.field", hasItem("role"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.CUSTOMER, Roles.SUPPORT, Roles.DELIVERY_MANAGER, Roles.SERVICE})
    void only_an_admin_makes_accounts(String role) {
        given().auth()
                .oauth2(TestTokens.of(role, "somebody"))
                .contentType("application/json")
                .body(staff("x@earlybird.example"))
                .post("/api/admin/users/create")
                .then()
                .statusCode(403);
    }

    @Test
    void a_service_gets_a_token_for_one_audience_and_only_with_its_secret() {
        given().auth()
                .preemptive()
                .basic("order-service", "secret-of-order-service")
                .formParam("grant_type", "client_credentials")
                .formParam("audience", "delivery-service")
                .post("/internal/oauth/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("bearer"));
        given().auth()
                .preemptive()
                .basic("order-service", "guessed")
                .formParam("grant_type", "client_credentials")
                .formParam("audience", "delivery-service")
                .post("/internal/oauth/token")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_client"));
    }
}
