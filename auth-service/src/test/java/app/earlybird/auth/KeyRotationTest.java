package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.OWN_PASSWORD;
import static app.earlybird.auth.AuthApi.as;
import static app.earlybird.auth.AuthApi.emailOf;
import static app.earlybird.auth.AuthApi.logIn;
import static app.earlybird.auth.AuthApi.me;
import static app.earlybird.auth.AuthApi.tokenOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.earlybird.local.http.Poll;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnKeys.class)
class KeyRotationTest {

    @Test
    @Tag("A-08")
    @Tag("S13")
    void a_key_is_followed_by_another_without_a_token_refused() {
        var customer = AuthApi.provisionedCustomer();
        var before = tokenOf(AuthApi.customerSession(customer));
        var admin = AuthApi.firstAdmin();

        var rotated =
                as(admin).post("/api/auth/keys/rotate").then().statusCode(200).extract();
        String next = rotated.path("kid");
        var activeFrom = Instant.parse(rotated.path("active_from"));
        as(admin).post("/api/auth/keys/rotate").then().body("kid", equalTo(next));

        assertThat(published()).contains(next);
        mustBeOfNextOnlyInItsTime(tokenOf(logIn(emailOf(customer), OWN_PASSWORD)), next, activeFrom);
        Poll.until(
                "a token of the next key",
                Duration.ofSeconds(10),
                () -> kidOf(tokenOf(logIn(emailOf(customer), OWN_PASSWORD))).equals(next));
        me(tokenOf(logIn(emailOf(customer), OWN_PASSWORD))).statusCode(200);
        me(before).statusCode(200);
        assertThat(published()).contains(kidOf(before), next);
    }

    /** Not before it signs: others would not know it yet. A slow machine may have passed that time already. */
    private static void mustBeOfNextOnlyInItsTime(String token, String next, Instant activeFrom) {
        var now = Instant.now();
        assertThat(kidOf(token).equals(next) && now.isBefore(activeFrom)).isFalse();
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .path("keys.kid");
    }

    private static String kidOf(String token) {
        var header = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), StandardCharsets.UTF_8);
        return header.replaceFirst(".*\"kid\":\"([^\"]+)\".*", "$1");
    }
}
