package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.FIRST_PASSWORD;
import static app.earlybird.auth.AuthApi.as;
import static app.earlybird.auth.AuthApi.createStaff;
import static app.earlybird.auth.AuthApi.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class UserApiTest {

    private static final String ADMIN = TestTokens.of(Roles.ADMIN, "admin-1");

    @Test
    void users_are_listed_page_by_page_and_by_role() {
        var ids = IntStream.range(0, 5).mapToObj(i -> hire(Roles.BILLING)).toList();
        var seen = new HashSet<String>();
        var query = "?role=billing&limit=2";
        while (query != null) {
            var page = as(ADMIN).get("/api/admin/users" + query).then().statusCode(200);
            page.body("items.role", everyItem(equalTo("billing")));
            seen.addAll(page.extract().<List<String>>path("items.id"));
            String next = page.extract().path("next_cursor");
            query = next == null ? null : "?role=billing&limit=2&cursor=" + next;
        }

        assertThat(seen).containsAll(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?role=bogus",
                "?role[$ne]=x",
                "?role=",
                "?unknown=1",
                "?role=support&role=admin",
                "?limit=1&limit=2"
            })
    @Tag("S21")
    void a_list_is_not_asked_for_in_another_way(String query) {
        as(ADMIN).get("/api/admin/users" + query).then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    @Tag("A-06")
    void the_monoliths_second_list_shows_no_hash_and_only_to_an_admin() {
        hire(Roles.SUPPORT);
        var list = as(ADMIN).get("/api/phase0-v2/users?role=support").then().statusCode(200);

        assertThat(list.extract().asString()).doesNotContain("hash", "$2a$", "digest", "password");
        as(TestTokens.of(Roles.SUPPORT, "x")).get("/api/phase0-v2/users").then().statusCode(403);
    }

    @Test
    @Tag("A-20")
    void the_state_is_named_and_asking_twice_is_asking_once() {
        var user = hire(Roles.SUPPORT);
        for (int i = 0; i < 2; i++) {
            setActive(user, false).body("is_active", equalTo(false));
        }
        setActive(user, true).body("is_active", equalTo(true));
    }

    @Test
    @Tag("A-21")
    void every_role_of_staff_can_be_given_and_taken() {
        var user = hire(Roles.DELIVERY_BOY);
        for (var role : Roles.STAFF) {
            as(ADMIN)
                    .body(Map.of("role", role))
                    .put("/api/admin/users/" + user + "/role")
                    .then()
                    .statusCode(200)
                    .body("role", equalTo(role));
        }
        as(ADMIN)
                .body(Map.of("role", "customer"))
                .put("/api/admin/users/" + user + "/role")
                .then()
                .statusCode(422);
    }

    @Test
    @Tag("A-09")
    void a_demoted_user_gets_the_new_role_at_the_next_login() {
        var email = "demoted-" + UUID.randomUUID() + "@earlybird.example";
        var body = staff(email);
        body.put("role", Roles.ADMIN);
        String user = createStaff(body).statusCode(201).extract().path("id");

        as(ADMIN)
                .body(Map.of("role", "support"))
                .put("/api/admin/users/" + user + "/role")
                .then()
                .statusCode(200);

        AuthApi.logIn(email, FIRST_PASSWORD).statusCode(200).body("user.role", equalTo("support"));
    }

    @Test
    void nobody_shuts_the_own_account_and_no_customer_becomes_staff() {
        var self = as(ADMIN)
                .body(Map.of("active", false))
                .put("/api/admin/users/admin-1/active")
                .then();
        self.statusCode(409).body("code", equalTo("own_account"));
        var customer = AuthApi.provisionedCustomer();
        as(ADMIN)
                .body(Map.of("role", "admin"))
                .put("/api/admin/users/user-of-" + customer + "/role")
                .then()
                .statusCode(409)
                .body("code", equalTo("not_staff"));
    }

    @Test
    void a_missing_user_is_said_to_be() {
        as(ADMIN).get("/api/admin/users/nobody").then().statusCode(404).body("code", equalTo("account_not_found"));
        setActiveOf("nobody").statusCode(404);
        as(ADMIN).delete("/api/admin/users/nobody/sessions").then().statusCode(404);
        as(ADMIN).post("/api/admin/users/nobody/invite").then().statusCode(404);
    }

    @Test
    void other_services_see_whom_a_customer_may_be_linked_to() {
        var service = TestTokens.ofService("auth-service");
        var customer = AuthApi.provisionedCustomer();

        as(service)
                .get("/internal/users/user-of-" + customer)
                .then()
                .statusCode(200)
                .body("customer_v2_id", equalTo(customer))
                .body("linkable", equalTo(false));
        as(service)
                .get("/internal/users/of-customers?id=" + customer + "&id=nobody")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("user-of-" + customer)));
        as(service).get("/internal/users/linked?limit=1").then().statusCode(200).body("items.size()", equalTo(1));
        as(ADMIN).get("/internal/users/linked").then().statusCode(403);
    }

    private static String hire(String role) {
        var body = staff("user-" + UUID.randomUUID() + "@earlybird.example");
        body.put("role", role);
        return createStaff(body).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse setActive(String user, boolean active) {
        return as(ADMIN)
                .body(Map.of("active", active))
                .put("/api/admin/users/" + user + "/active")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse setActiveOf(String user) {
        return as(ADMIN)
                .body(Map.of("active", false))
                .put("/api/admin/users/" + user + "/active")
                .then();
    }
}
