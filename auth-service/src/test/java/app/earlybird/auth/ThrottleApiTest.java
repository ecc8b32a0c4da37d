package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.OWN_PASSWORD;
import static app.earlybird.auth.AuthApi.customerSession;
import static app.earlybird.auth.AuthApi.emailOf;
import static app.earlybird.auth.AuthApi.logInFrom;
import static app.earlybird.auth.AuthApi.provisionedCustomer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import app.earlybird.kit.test.Concurrently;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnKeys.class)
class ThrottleApiTest {

    private static final Random RANDOM = new Random();

    @Inject
    MeterRegistry meters;

    @TestHTTPResource(value = "/health/ready", management = true)
    @Nullable URL ready;

    @Test
    @Tag("A-13")
    @Tag("S06")
    @Tag("S07")
    void a_thousand_guesses_at_one_account_cost_twenty_checks_and_shut_nobody_else_out() throws Exception {
        var victim = provisionedCustomer();
        var session = customerSession(victim);
        var other = provisionedCustomer();
        customerSession(other);
        var before = checks();

        var answers = Concurrently.call(
                1000,
                () -> logInFrom(address(), emailOf(victim), "guess").extract().statusCode());

        assertThat(checks() - before).isLessThanOrEqualTo(20);
        assertThat(answers)
                .containsOnly(401, 429)
                .filteredOn(status -> status == 401)
                .hasSizeLessThanOrEqualTo(20);
        logInFrom(address(), emailOf(victim), OWN_PASSWORD)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("too_many_attempts"));
        logInFrom(address(), emailOf(other), OWN_PASSWORD).statusCode(200);
        AuthApi.refresh(AuthApi.refreshTokenOf(session)).statusCode(200);
        given().get(Objects.requireNonNull(ready)).then().statusCode(200);
    }

    @Test
    @Tag("A-13")
    @Tag("S09")
    void wrong_and_unknown_and_inactive_are_told_apart_by_nothing() {
        var wrong = provisionedCustomer();
        customerSession(wrong);
        var inactive = provisionedCustomer();
        customerSession(inactive);
        AuthApi.as(AuthApi.firstAdmin())
                .body(Map.of("active", false))
                .put("/api/admin/users/user-of-" + inactive + "/active")
                .then()
                .statusCode(200);

        var ofWrong = answers(emailOf(wrong), "guess");
        var ofUnknown = answers("nobody-" + UUID.randomUUID() + "@earlybird.example", "guess");
        var ofInactive = answers(emailOf(inactive), OWN_PASSWORD);

        assertThat(ofUnknown).isEqualTo(ofWrong);
        assertThat(ofInactive).isEqualTo(ofWrong);
        assertThat(ofWrong.getFirst()).startsWith("401");
        assertThat(ofWrong.getLast()).startsWith("429");
    }

    @Test
    @Tag("S08")
    void one_address_that_tries_many_accounts_is_stopped_and_others_are_not() {
        var address = address();
        var statuses = IntStream.range(0, 60)
                .map(i -> logInFrom(address, "sprayed-" + UUID.randomUUID() + "@earlybird.example", "Password1")
                        .extract()
                        .statusCode())
                .boxed()
                .toList();
        var customer = provisionedCustomer();

        assertThat(statuses.subList(0, 50)).containsOnly(401);
        assertThat(statuses.subList(50, 60)).containsOnly(429);
        logInFrom(address, emailOf(customer), AuthApi.DEFAULT_PASSWORD).statusCode(429);
        logInFrom(address(), emailOf(customer), AuthApi.DEFAULT_PASSWORD).statusCode(200);
    }

    @Test
    void whoever_gets_it_right_begins_anew() {
        var customer = provisionedCustomer();
        customerSession(customer);
        for (int round = 0; round < 3; round++) {
            IntStream.range(0, 3)
                    .forEach(i ->
                            logInFrom(address(), emailOf(customer), "guess").statusCode(401));
            logInFrom(address(), emailOf(customer), OWN_PASSWORD).statusCode(200);
        }
    }

    @Test
    @Tag("S06")
    void the_current_password_is_not_guessed_by_changing_it_either() {
        var customer = provisionedCustomer();
        var token = AuthApi.tokenOf(customerSession(customer));
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 8; i++) {
            statuses.add(AuthApi.changePassword(token, "guess-" + i, "something-else-then")
                    .extract()
                    .statusCode());
        }

        assertThat(statuses.subList(0, 5)).containsOnly(400);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    /** What an attacker sees of ten tries in a row. */
    private static List<String> answers(String email, String password) {
        return IntStream.range(0, 7)
                .mapToObj(i -> {
                    var answer = logInFrom(address(), email, password).extract();
                    return answer.statusCode() + " " + answer.path("code") + " " + answer.path("detail") + " "
                            + answer.path("title") + " " + answer.headers().size();
                })
                .toList();
    }

    private double checks() {
        return meters.counter("earlybird.auth.password.checks").count();
    }

    private static String address() {
        return "10." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(256) + "." + RANDOM.nextInt(1, 255);
    }
}
