package app.earlybird.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.test.Database;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the monolith left in {@code users}. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LegacyAccountsTest {

    @Test
    @Tag("K-03")
    void one_malformed_user_affects_only_itself() {
        var good = store(legacy());
        var nameless = legacy();
        nameless.keySet().removeAll(List.of("email", "email_normalised"));
        var withoutEmail = store(nameless);
        var broken = store(legacy().append("phone", 9876500001L));

        given().auth()
                .oauth2(TestTokens.of(Roles.ADMIN, "admin-1"))
                .get("/api/admin/users?role=support&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(good, withoutEmail))
                .body("items.id", not(hasItem(broken)));
        given().auth()
                .oauth2(TestTokens.of(Roles.ADMIN, "admin-1"))
                .get("/api/admin/users/" + broken)
                .then()
                .statusCode(409)
                .body("code", equalTo("document_unreadable"));
    }

    @Test
    @Tag("T-34")
    void a_version_that_is_null_stops_no_change() {
        var id = store(legacy().append("version", null).append("event_seq", null));

        given().auth()
                .oauth2(TestTokens.of(Roles.ADMIN, "admin-1"))
                .contentType("application/json")
                .body("{\"role\":\"billing\"}")
                .put("/api/admin/users/" + id + "/role")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("role", equalTo("billing"));
    }

    /** Nobody knows what such a user may do; nobody else is touched. */
    @Test
    @Tag("T-34")
    void a_user_without_a_role_is_refused_by_itself() {
        for (var role : new Document[] {new Document(), new Document("role", null)}) {
            var document = legacy();
            document.remove("role");
            document.putAll(role);
            var id = store(document);

            given().auth()
                    .oauth2(TestTokens.of(Roles.ADMIN, "admin-1"))
                    .get("/api/admin/users/" + id)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("document_unreadable"));
        }
        given().auth()
                .oauth2(TestTokens.of(Roles.ADMIN, "admin-1"))
                .get("/api/admin/users?limit=200")
                .then()
                .statusCode(200);
    }

    private static String store(Document document) {
        Database.collection("users", all -> all.insertOne(document));
        return document.getString("id");
    }

    private static Document legacy() {
        var id = "usr_" + UUID.randomUUID();
        return new Document("_id", new ObjectId())
                .append("id", id)
                .append("email", id + "@Example.com")
                .append("email_normalised", id + "@example.com")
                .append("name", "Dairy")
                .append("role", "support")
                .append("created_at", "2025-11-03");
    }
}
