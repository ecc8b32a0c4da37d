package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.OWN_PASSWORD;
import static app.earlybird.auth.AuthApi.as;
import static app.earlybird.auth.AuthApi.customerSession;
import static app.earlybird.auth.AuthApi.emailOf;
import static app.earlybird.auth.AuthApi.logIn;
import static app.earlybird.auth.AuthApi.provisionedCustomer;
import static app.earlybird.auth.AuthApi.refresh;
import static app.earlybird.auth.AuthApi.refreshTokenOf;
import static app.earlybird.auth.AuthApi.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.earlybird.kit.test.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnKeys.class)
class SessionApiTest {

    private static final long LONGER_THAN_THE_GRACE_MILLIS = 1200;

    @Test
    @Tag("S10")
    void a_refresh_token_is_good_once_and_its_reuse_ends_the_session() throws InterruptedException {
        var first = refreshTokenOf(customerSession(provisionedCustomer()));
        var second = refreshTokenOf(refresh(first));
        TimeUnit.MILLISECONDS.sleep(LONGER_THAN_THE_GRACE_MILLIS);

        refresh(first).statusCode(401).body("code", equalTo("invalid_refresh_token"));
        refresh(second).statusCode(401).body("code", equalTo("invalid_refresh_token"));
    }

    @Test
    @Tag("S10")
    void a_token_older_than_the_last_ends_the_session_at_once() {
        var first = refreshTokenOf(customerSession(provisionedCustomer()));
        var third = refreshTokenOf(refresh(refreshTokenOf(refresh(first))));

        refresh(first).statusCode(401);
        refresh(third).statusCode(401);
    }

    @Test
    @Tag("S10")
    void two_at_once_get_the_same_pair() throws Exception {
        var first = refreshTokenOf(customerSession(provisionedCustomer()));

        var next = new HashSet<String>();
        for (var answer : Concurrently.call(10, () -> refresh(first))) {
            next.add(refreshTokenOf(answer));
        }

        assertThat(next).hasSize(1).doesNotContain(first);
        refresh(next.iterator().next()).statusCode(200);
    }

    @Test
    void a_guess_at_a_session_does_not_end_it() {
        var token = refreshTokenOf(customerSession(provisionedCustomer()));
        var session = token.substring(0, token.indexOf('.'));

        for (var guess : List.of(session + ".guess.guess", session, session + "..", "x.y.z", ".", "ünknown")) {
            refresh(guess).statusCode(401).body("code", equalTo("invalid_refresh_token"));
        }
        refresh(token).statusCode(200);
    }

    @Test
    @Tag("A-10")
    @Tag("S11")
    void logging_out_ends_one_session_and_is_answered_alike_for_any_token() {
        var customer = provisionedCustomer();
        var one = refreshTokenOf(customerSession(customer));
        var other = refreshTokenOf(logIn(emailOf(customer), OWN_PASSWORD));

        AuthApi.logOut(one).statusCode(204);
        AuthApi.logOut(one).statusCode(204);
        AuthApi.logOut("no.such.token").statusCode(204);

        refresh(one).statusCode(401);
        refresh(other).statusCode(200);
    }

    @Test
    @Tag("S11")
    void a_change_of_the_password_ends_every_session_but_its_own() {
        var customer = provisionedCustomer();
        var before = customerSession(customer);
        var changed = AuthApi.changePassword(tokenOf(before), OWN_PASSWORD, "milk-before-the-sun");

        refresh(refreshTokenOf(before)).statusCode(401);
        refresh(refreshTokenOf(changed)).statusCode(200);
    }

    @Test
    void one_ends_all_ones_own_sessions_or_one_of_them() {
        var customer = provisionedCustomer();
        var session = customerSession(customer);
        logIn(emailOf(customer), OWN_PASSWORD).statusCode(200);
        var mine = as(tokenOf(session)).get("/api/auth/sessions").then().statusCode(200);
        List<String> ids = mine.extract().path("items.id");
        assertThat(ids).hasSize(2);

        as(tokenOf(session))
                .delete("/api/auth/sessions/" + ids.getFirst())
                .then()
                .statusCode(204);
        as(tokenOf(session)).get("/api/auth/sessions").then().body("items.id", equalTo(List.of(ids.getLast())));
        as(tokenOf(session)).delete("/api/auth/sessions").then().statusCode(204);
        as(tokenOf(session)).get("/api/auth/sessions").then().body("items", equalTo(List.of()));
        refresh(refreshTokenOf(session)).statusCode(401);
    }

    @Test
    @Tag("S15")
    void a_session_of_another_is_as_good_as_missing() {
        var hers = customerSession(provisionedCustomer());
        var his = customerSession(provisionedCustomer());
        String id = as(tokenOf(hers)).get("/api/auth/sessions").then().extract().path("items[0].id");

        var other = as(tokenOf(his)).delete("/api/auth/sessions/" + id).then();
        var missing = as(tokenOf(his)).delete("/api/auth/sessions/nothing").then();

        other.statusCode(404).body("code", equalTo("session_not_found"));
        missing.statusCode(404).body("code", equalTo("session_not_found"));
        refresh(refreshTokenOf(hers)).statusCode(200);
    }

    @Test
    @Tag("A-09")
    @Tag("S11")
    void deactivation_ends_the_sessions_and_an_old_token_is_never_more_than_its_minutes_old() {
        var admin = AuthApi.firstAdmin();
        var customer = provisionedCustomer();
        var session = customerSession(customer);
        String user = session.extract().path("user.id");

        as(admin)
                .body(Map.of("active", false))
                .put("/api/admin/users/" + user + "/active")
                .then()
                .statusCode(200)
                .body("is_active", equalTo(false));

        refresh(refreshTokenOf(session)).statusCode(401);
        logIn(emailOf(customer), OWN_PASSWORD).statusCode(401).body("code", equalTo("invalid_credentials"));
        session.body("expires_in", equalTo(900));
        as(admin).body(Map.of("active", true)).put("/api/admin/users/" + user + "/active");
        refresh(refreshTokenOf(session)).statusCode(401);
        logIn(emailOf(customer), OWN_PASSWORD).statusCode(200);
    }

    @Test
    @Tag("A-09")
    void a_deactivated_or_demoted_admin_does_nothing_more_with_an_old_token() {
        var admin = AuthApi.firstAdmin();
        var email = "second-" + UUID.randomUUID() + "@earlybird.example";
        var body = AuthApi.staff(email);
        body.put("role", "admin");
        String second =
                AuthApi.createStaff(admin, body).statusCode(201).extract().path("id");
        var old = tokenOf(AuthApi.changePassword(
                tokenOf(logIn(email, AuthApi.FIRST_PASSWORD)), AuthApi.FIRST_PASSWORD, OWN_PASSWORD));
        as(old).get("/api/admin/users").then().statusCode(200);

        as(admin)
                .body(Map.of("role", "support"))
                .put("/api/admin/users/" + second + "/role")
                .then()
                .statusCode(200);
        as(old).get("/api/admin/users").then().statusCode(401).body("code", equalTo("account_changed"));
        as(admin)
                .body(Map.of("active", false))
                .put("/api/admin/users/" + second + "/active")
                .then()
                .statusCode(200);
        AuthApi.createStaff(old, AuthApi.staff("third-" + email)).statusCode(401);
        as(old).post("/api/auth/keys/rotate").then().statusCode(401);
    }

    @Test
    void nobody_resets_the_own_password_without_knowing_it() {
        as(AuthApi.firstAdmin())
                .post("/api/admin/users/first-admin/invite")
                .then()
                .statusCode(409)
                .body("code", equalTo("own_account"));
    }

    @Test
    @Tag("S11")
    void an_admin_ends_the_sessions_of_another() {
        var session = customerSession(provisionedCustomer());
        String user = session.extract().path("user.id");

        as(AuthApi.firstAdmin())
                .delete("/api/admin/users/" + user + "/sessions")
                .then()
                .statusCode(204);

        refresh(refreshTokenOf(session)).statusCode(401);
    }

    @Test
    void a_token_before_the_change_of_the_password_cannot_be_refreshed_and_no_token_is_cached() {
        logIn(emailOf(provisionedCustomer()), AuthApi.DEFAULT_PASSWORD)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("refresh_token", nullValue());
    }

    @Test
    @Tag("S12")
    void a_refresh_token_opens_no_route() {
        var session = customerSession(provisionedCustomer());

        as(refreshTokenOf(session)).get("/api/auth/me").then().statusCode(401);
    }
}
