package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.createStaff;
import static app.earlybird.auth.AuthApi.customerSession;
import static app.earlybird.auth.AuthApi.firstAdmin;
import static app.earlybird.auth.AuthApi.provisionedCustomer;
import static app.earlybird.auth.AuthApi.refresh;
import static app.earlybird.auth.AuthApi.refreshTokenOf;
import static app.earlybird.auth.AuthApi.staff;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is logged in does nothing without end. */
@QuarkusTest
@TestProfile(CallLimitsTest.Few.class)
class CallLimitsTest {

    /** Limits a test can reach. */
    public static class Few extends OwnKeys {

        @Override
        public Map<String, String> getConfigOverrides() {
            var config = super.getConfigOverrides();
            config.put("earlybird.limits.creates", "3");
            config.put("earlybird.limits.refresh", "3");
            return config;
        }
    }

    @Test
    @Tag("S19")
    void an_admin_makes_so_many_users_a_minute() {
        var admin = firstAdmin();
        for (int i = 0; i < 3; i++) {
            createStaff(admin, staff(email())).statusCode(201);
        }

        mustWait(createStaff(admin, staff(email())));
        AuthApi.as(admin).get("/api/admin/users").then().statusCode(200);
    }

    @Test
    @Tag("S19")
    void a_session_is_refreshed_so_often_a_minute_and_another_one_too() {
        var newest = refreshTokenOf(customerSession(provisionedCustomer()));
        for (int i = 0; i < 3; i++) {
            newest = refreshTokenOf(refresh(newest));
        }

        mustWait(refresh(newest));
        refresh(refreshTokenOf(customerSession(provisionedCustomer()))).statusCode(200);
    }

    /** Its answer holds a secret that is shown once: a repeat could not be answered alike. */
    @Test
    @Tag("T-56")
    void a_key_where_none_is_honoured_is_refused() {
        AuthApi.as(firstAdmin())
                .header("Idempotency-Key", "k")
                .body(staff(email()))
                .post("/api/admin/users/create")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("Idempotency-Key"));
    }

    private static void mustWait(ValidatableResponse answer) {
        answer.statusCode(429).header("Retry-After", notNullValue()).body("code", equalTo("too_many_requests"));
    }

    private static String email() {
        return "staff-" + UUID.randomUUID() + "@earlybird.example";
    }
}
