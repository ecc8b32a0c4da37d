package app.earlybird.customer;

import static app.earlybird.contracts.Roles.ADMIN;
import static app.earlybird.contracts.Roles.BILLING;
import static app.earlybird.contracts.Roles.CUSTOMER;
import static app.earlybird.contracts.Roles.DELIVERY_MANAGER;
import static app.earlybird.contracts.Roles.MARKETING_STAFF;
import static app.earlybird.contracts.Roles.SERVICE;
import static app.earlybird.contracts.Roles.SUPPORT;
import static app.earlybird.customer.CustomerApi.find;
import static app.earlybird.customer.CustomerApi.newCustomer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.kit.test.ForgedTokens;
import app.earlybird.kit.test.RoleMatrix;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AccessTest {

    private static final Set<String> EDITORS = Set.of(ADMIN, DELIVERY_MANAGER, SUPPORT, MARKETING_STAFF);

    private static final RoleMatrix MATRIX = new RoleMatrix(
            Map.ofEntries(
                    Map.entry("POST /api/phase0-v2/customers", Set.of(ADMIN, SUPPORT, MARKETING_STAFF)),
                    Map.entry(
                            "GET /api/phase0-v2/customers",
                            Set.of(ADMIN, DELIVERY_MANAGER, SUPPORT, BILLING, MARKETING_STAFF)),
                    Map.entry(
                            "GET /api/phase0-v2/customers/{id}",
                            Set.of(ADMIN, DELIVERY_MANAGER, SUPPORT, BILLING, MARKETING_STAFF, CUSTOMER)),
                    Map.entry("PUT /api/phase0-v2/customers/{id}", EDITORS),
                    Map.entry("PATCH /api/phase0-v2/customers/{id}", EDITORS),
                    Map.entry("POST /api/phase0-v2/customers/{id}/confirm", Set.of(ADMIN, SUPPORT, MARKETING_STAFF)),
                    Map.entry("POST /api/phase0-v2/customers/{id}/deactivate", Set.of(ADMIN)),
                    Map.entry("POST /api/phase0-v2/customers/{id}/reactivate", Set.of(ADMIN)),
                    Map.entry("PUT /api/phase0-v2/customers/{id}/custom-prices", Set.of(ADMIN)),
                    Map.entry("POST /api/phase0-v2/customers/{id}/link", Set.of(ADMIN)),
                    Map.entry("POST /api/phase0-v2/customers/{id}/unlink", Set.of(ADMIN)),
                    Map.entry("POST /api/phase0-v2/customers/{id}/relink", Set.of(ADMIN)),
                    Map.entry("GET /api/phase0-v2/customers/{id}/audit", Set.of(ADMIN)),
                    Map.entry("POST /api/phase0-v2/customers/{id}/erase", Set.of(ADMIN)),
                    Map.entry("GET /api/phase0-v2/customers/{id}/export", Set.of(ADMIN, CUSTOMER)),
                    Map.entry("GET /api/phase0-v2/link-conflicts", Set.of(ADMIN, SUPPORT)),
                    Map.entry("POST /api/phase0-v2/link-conflicts/repair", Set.of(ADMIN)),
                    Map.entry("GET /internal/customers/{id}", Set.of(SERVICE))),
            "customer-service");

    @Test
    @Tag("C-01")
    @Tag("S15")
    @Tag("S16")
    void every_route_is_open_to_the_roles_written_down_and_to_no_other() {
        MATRIX.mustBeComplete();
        assertThat(MATRIX.differences()).isEmpty();
    }

    @Test
    @Tag("C-01")
    @Tag("C-03")
    @Tag("S15")
    void what_is_not_ones_own_answers_as_what_is_missing() {
        var id = newCustomer();
        for (var asker : new String[] {
            TestTokens.ofCustomer("another"),
            TestTokens.of(MARKETING_STAFF, "not-the-marketer"),
            TestTokens.of(CUSTOMER, "without-a-customer")
        }) {
            var other = find(asker, id).statusCode(404).extract();
            var missing = find(asker, "missing").statusCode(404).extract();
            assertThat(other.<String>path("code")).isEqualTo(missing.path("code"));
            assertThat(other.<String>path("detail")).isEqualTo(missing.path("detail"));
        }
        find(TestTokens.ofCustomer(id), id).statusCode(200);
    }

    @Test
    @Tag("S12")
    void no_forged_token_is_taken() throws Exception {
        var forged = ForgedTokens.all();

        assertThat(forged).hasSizeGreaterThanOrEqualTo(20);
        // 431 is for the one that does not fit into a header.
        forged.forEach((how, token) -> assertThat(given().header("Authorization", "Bearer " + token)
                        .get("/api/phase0-v2/customers")
                        .statusCode())
                .as(how)
                .isIn(401, 431));
    }
}
