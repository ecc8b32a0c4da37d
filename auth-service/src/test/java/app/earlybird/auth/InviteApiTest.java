package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.DEFAULT_PASSWORD;
import static app.earlybird.auth.AuthApi.FIRST_PASSWORD;
import static app.earlybird.auth.AuthApi.OWN_PASSWORD;
import static app.earlybird.auth.AuthApi.as;
import static app.earlybird.auth.AuthApi.createStaff;
import static app.earlybird.auth.AuthApi.emailOf;
import static app.earlybird.auth.AuthApi.logIn;
import static app.earlybird.auth.AuthApi.provisionedCustomer;
import static app.earlybird.auth.AuthApi.redeem;
import static app.earlybird.auth.AuthApi.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.earlybird.kit.test.Concurrently;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As in production: nobody begins with a password that somebody else knows. */
@QuarkusTest
@TestProfile(OwnKeys.ByInvite.class)
class InviteApiTest {

    @Test
    @Tag("A-07")
    @Tag("S01")
    @Tag("S03")
    void a_customer_sets_her_password_with_an_invite_and_the_published_one_opens_nothing() {
        var customer = provisionedCustomer();
        logIn(emailOf(customer), DEFAULT_PASSWORD).statusCode(401);

        var token = invite(AuthApi.firstAdmin(), "user-of-" + customer);
        redeem(token, OWN_PASSWORD)
                .statusCode(200)
                .body("password_change_required", equalTo(false))
                .body("user.customer_v2_id", equalTo(customer))
                .body("refresh_token", notNullValue());

        logIn(emailOf(customer), OWN_PASSWORD).statusCode(200);
    }

    @Test
    @Tag("S02")
    void fifty_at_once_redeem_it_once() throws Exception {
        var token = invite(AuthApi.firstAdmin(), "user-of-" + provisionedCustomer());

        var answers = Concurrently.call(50, () -> redeem(token, OWN_PASSWORD).extract());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isIn("invalid_invite", "busy"));
        redeem(token, "another-try-to-get-in").statusCode(400).body("code", equalTo("invalid_invite"));
    }

    @Test
    @Tag("S02")
    void the_next_one_kills_the_one_before_and_a_guess_opens_nothing() {
        var admin = AuthApi.firstAdmin();
        var user = "user-of-" + provisionedCustomer();
        var old = invite(admin, user);
        var current = invite(admin, user);

        for (var dead : List.of(old, user + ".guess", user, "nobody.guess", ".")) {
            redeem(dead, OWN_PASSWORD).statusCode(400).body("code", equalTo("invalid_invite"));
        }
        redeem(current, "seven77").statusCode(422);
        redeem(current, OWN_PASSWORD).statusCode(200);
    }

    @Test
    @Tag("S02")
    void a_reset_lives_minutes_and_ends_every_session() {
        var admin = AuthApi.firstAdmin();
        var customer = provisionedCustomer();
        var user = "user-of-" + customer;
        var first = as(admin).post("/api/admin/users/" + user + "/invite").then();
        var session = redeem(first.extract().path("invite_token"), OWN_PASSWORD);
        var reset = as(admin).post("/api/admin/users/" + user + "/invite").then();

        assertThat(lifeOf(first.extract().path("expires_at"))).isBetween(Duration.ofHours(71), Duration.ofHours(72));
        assertThat(lifeOf(reset.extract().path("expires_at")))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        logIn(emailOf(customer), OWN_PASSWORD).statusCode(200);
        redeem(reset.extract().path("invite_token"), "another-one-of-hers").statusCode(200);
        AuthApi.refresh(AuthApi.refreshTokenOf(session)).statusCode(401);
        logIn(emailOf(customer), OWN_PASSWORD).statusCode(401);
    }

    @Test
    @Tag("A-07")
    void staff_begin_with_an_invite_that_is_shown_once() {
        var admin = AuthApi.firstAdmin();
        var body = staff("invited-" + UUID.randomUUID() + "@earlybird.example");
        createStaff(admin, body).statusCode(422).body("errors.field", hasItem("password"));
        body.remove("password");

        var created = createStaff(admin, body).statusCode(201).extract();
        redeem(created.path("invite.invite_token"), OWN_PASSWORD).statusCode(200);
        as(admin)
                .get("/api/admin/users/" + created.path("id"))
                .then()
                .statusCode(200)
                .body("invite", nullValue());
        logIn(String.valueOf(body.get("email")), FIRST_PASSWORD).statusCode(401);
    }

    @Test
    @Tag("S16")
    void support_invites_customers_but_never_staff() {
        var admin = AuthApi.firstAdmin();
        var body = staff("support-" + UUID.randomUUID() + "@earlybird.example");
        body.put("role", "support");
        body.remove("password");
        var support =
                AuthApi.tokenOf(redeem(createStaff(admin, body).extract().path("invite.invite_token"), OWN_PASSWORD));

        invite(support, "user-of-" + provisionedCustomer());
        as(support).post("/api/admin/users/first-admin/invite").then().statusCode(403);
        as(support).post("/api/admin/users/nobody/invite").then().statusCode(404);
    }

    private static String invite(String staff, String user) {
        return as(staff)
                .post("/api/admin/users/" + user + "/invite")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("invite_token");
    }

    private static Duration lifeOf(String expiresAt) {
        return Duration.between(Instant.now(), Instant.parse(expiresAt));
    }
}
