package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.logIn;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.earlybird.kit.test.Database;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users of the monolith as they are stored there, with an e-mail that the migration has made comparable. */
@QuarkusTest
@TestProfile(OwnKeys.class)
class LegacyPasswordTest {

    private static final String PASSWORD = "namaste-since-2019";

    @ParameterizedTest
    @ValueSource(strings = {"password_hash", "password"})
    @Tag("A-03")
    @Tag("A-04")
    @Tag("S05")
    void a_sha_256_user_logs_in_once_and_has_a_bcrypt_hash_then(String field) throws Exception {
        var email = stored(new Document(field, sha256(PASSWORD)));

        logIn(email, "wrong-password").statusCode(401);
        logIn(email, PASSWORD).statusCode(200).body("password_change_required", equalTo(false));

        var user = user(email);
        assertThat(user.getString("password_hash")).startsWith("$2a$09$");
        assertThat(user.toJson()).doesNotContain(sha256(PASSWORD)).doesNotContain("\"password\"");
        logIn(email, PASSWORD).statusCode(200);
        assertThat(user(email).getString("password_hash")).isEqualTo(user.getString("password_hash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
    @Tag("S05")
    void bcrypt_of_any_prefix_is_read_and_a_cheap_one_is_hashed_again(String prefix) {
        var hash = prefix + BcryptUtil.bcryptHash(PASSWORD, 5).substring(4);
        var email = stored(new Document("password_hash", hash).append("password", hash));

        logIn(email, PASSWORD + "x").statusCode(401);
        logIn(email, PASSWORD).statusCode(200);

        assertThat(user(email).getString("password_hash")).startsWith("$2a$09$");
        assertThat(user(email)).doesNotContainKey("password");
        logIn(email, PASSWORD).statusCode(200);
    }

    @Test
    @Tag("A-05")
    void a_forced_reset_holds_the_account_at_its_change() {
        var email = stored(
                new Document("password_hash", BcryptUtil.bcryptHash(PASSWORD, 9)).append("password_force_reset", true));

        var held = logIn(email, PASSWORD).statusCode(200).body("password_change_required", equalTo(true));
        AuthApi.me(AuthApi.tokenOf(held)).statusCode(403).body("code", equalTo("password_change_required"));
        AuthApi.changePassword(AuthApi.tokenOf(held), PASSWORD, "quite-another-one")
                .statusCode(200);

        logIn(email, "quite-another-one").statusCode(200).body("password_change_required", equalTo(false));
        assertThat(user(email)).doesNotContainKey("password_force_reset");
    }

    @Test
    @Tag("A-22")
    void a_hash_that_cannot_be_read_is_no_wrong_password() {
        var email = stored(new Document("password_hash", "md5:" + "a".repeat(32)));

        logIn(email, PASSWORD).statusCode(503).body("code", equalTo("password_check_failed"));
    }

    @Test
    void a_user_without_any_hash_is_refused_as_everybody_else() {
        logIn(stored(new Document()), PASSWORD).statusCode(401).body("code", equalTo("invalid_credentials"));
        logIn(stored(new Document()), AuthApi.DEFAULT_PASSWORD).statusCode(401);
    }

    @Test
    @Tag("A-11")
    void an_email_is_compared_without_case() {
        var email = stored(new Document("password_hash", BcryptUtil.bcryptHash(PASSWORD, 9)));

        logIn(email.toUpperCase(Locale.ROOT), PASSWORD).statusCode(200);
    }

    private static String stored(Document secret) {
        var id = "usr_" + UUID.randomUUID();
        var email = "Legacy." + UUID.randomUUID() + "@EarlyBird.com";
        var user = new Document("id", id)
                .append("email", email)
                .append("email_normalised", email.toLowerCase(Locale.ROOT))
                .append("name", "Old Hand")
                .append("role", "support")
                .append("is_active", true)
                .append("created_at", "2025-11-02T06:30:00");
        user.putAll(secret);
        Database.collection("users", users -> users.insertOne(user));
        return email;
    }

    private static Document user(String email) {
        return Database.collection(
                "users", users -> users.find(eq("email", email)).first());
    }

    private static String sha256(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
