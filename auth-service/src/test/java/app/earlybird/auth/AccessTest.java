package app.earlybird.auth;

import static app.earlybird.contracts.Roles.ADMIN;
import static app.earlybird.contracts.Roles.BILLING;
import static app.earlybird.contracts.Roles.CUSTOMER;
import static app.earlybird.contracts.Roles.DELIVERY_BOY;
import static app.earlybird.contracts.Roles.DELIVERY_MANAGER;
import static app.earlybird.contracts.Roles.MARKETING_STAFF;
import static app.earlybird.contracts.Roles.SERVICE;
import static app.earlybird.contracts.Roles.SUPPORT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.kit.test.ForgedTokens;
import app.earlybird.kit.test.RoleMatrix;
import app.earlybird.kit.test.SuiteResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AccessTest {

    private static final Set<String> LOGGED_IN =
            Set.of(ADMIN, DELIVERY_MANAGER, DELIVERY_BOY, MARKETING_STAFF, BILLING, SUPPORT, CUSTOMER, "superadmin");

    private static final RoleMatrix MATRIX = new RoleMatrix(
            Map.ofEntries(
                    Map.entry("GET /.well-known/jwks.json", RoleMatrix.ANYBODY),
                    Map.entry("POST /api/auth/login", RoleMatrix.ANYBODY),
                    Map.entry("POST /api/auth/refresh", RoleMatrix.ANYBODY),
                    Map.entry("POST /api/auth/logout", RoleMatrix.ANYBODY),
                    Map.entry("POST /api/auth/redeem-invite", RoleMatrix.ANYBODY),
                    Map.entry("POST /internal/oauth/token", RoleMatrix.ANYBODY),
                    Map.entry("POST /api/auth/change-password", LOGGED_IN),
                    Map.entry("GET /api/auth/me", LOGGED_IN),
                    Map.entry("GET /api/auth/sessions", LOGGED_IN),
                    Map.entry("DELETE /api/auth/sessions", LOGGED_IN),
                    Map.entry("DELETE /api/auth/sessions/{id}", LOGGED_IN),
                    Map.entry("POST /api/auth/keys/rotate", Set.of(ADMIN)),
                    Map.entry("GET /api/phase0-v2/users", Set.of(ADMIN)),
                    Map.entry("GET /api/admin/users", Set.of(ADMIN)),
                    Map.entry("POST /api/admin/users/create", Set.of(ADMIN)),
                    Map.entry("GET /api/admin/users/{id}", Set.of(ADMIN)),
                    Map.entry("PUT /api/admin/users/{id}/active", Set.of(ADMIN)),
                    Map.entry("PUT /api/admin/users/{id}/role", Set.of(ADMIN)),
                    Map.entry("DELETE /api/admin/users/{id}/sessions", Set.of(ADMIN)),
                    Map.entry("POST /api/admin/users/{id}/invite", Set.of(ADMIN, SUPPORT)),
                    Map.entry("GET /internal/users/linked", Set.of(SERVICE)),
                    Map.entry("GET /internal/users/of-customers", Set.of(SERVICE)),
                    Map.entry("GET /internal/users/{id}", Set.of(SERVICE))),
            "auth-service");

    @Test
    @Tag("A-01")
    @Tag("S15")
    @Tag("S16")
    void every_route_is_open_to_the_roles_written_down_and_to_no_other() {
        MATRIX.mustBeComplete();
        assertThat(MATRIX.differences()).isEmpty();
    }

    @Test
    @Tag("A-08")
    @Tag("A-10")
    @Tag("S12")
    void no_forged_token_is_taken() throws Exception {
        var forged = ForgedTokens.all();

        assertThat(forged).hasSizeGreaterThanOrEqualTo(20);
        // 431 is for the one that does not fit into a header.
        forged.forEach((how, token) -> assertThat(given().header("Authorization", "Bearer " + token)
                        .get("/api/admin/users")
                        .statusCode())
                .as(how)
                .isIn(401, 431));
    }

    @Test
    @Tag("A-18")
    @Tag("S34")
    void no_origin_is_let_in_that_was_not_named() {
        var answer = given().header("Origin", "https://evil.example").get("/.well-known/jwks.json");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }
}
