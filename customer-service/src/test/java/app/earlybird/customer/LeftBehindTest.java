package app.earlybird.customer;

import static app.earlybird.customer.CustomerApi.ADMIN;
import static app.earlybird.customer.CustomerApi.find;
import static app.earlybird.customer.CustomerApi.lastEvent;
import static app.earlybird.customer.CustomerApi.patch;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.Contracts;
import app.earlybird.kit.test.Database;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is judged, or stopped, by what the monolith left. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LeftBehindTest {

    private static final String MANAGER = TestTokens.of(Roles.DELIVERY_MANAGER, "manager-1");

    @Test
    @Tag("T-30")
    void a_patch_of_notes_leaves_the_monoliths_phone_as_it_is() {
        var id = store(legacy());

        patch(MANAGER, id, Map.of("notes", "gate 2"))
                .statusCode(200)
                .body("notes", equalTo("gate 2"))
                .body("phone", equalTo("9876500001"));

        assertThat(stored(id).getString("phone")).isEqualTo("9876500001");
        assertThat(lastEvent(id, 1)).contains("\"phone\":\"+919876500001\"");
    }

    @ParameterizedTest
    @Tag("T-31")
    @CsvSource(
            delimiter = '|',
            value = {"address|9 Mill Road\\nBlock B", "phone|12345", "name|' '", "map_link|not a link"})
    void a_patch_is_judged_by_the_fields_it_names_only(String field, String left) {
        var id = store(legacy().append(field, left.replace("\\n", "\n")));

        patch(ADMIN, id, Map.of("area", "South")).statusCode(200).body("area", equalTo("South"));

        patch(ADMIN, id, Map.of(field, "\u0001")).statusCode(422).body("errors.field", hasItem(field));
    }

    /** The one listed relaxation of the contract: there may be no phone. */
    @Test
    @Tag("T-31")
    void events_carry_the_phone_in_one_form_or_not_at_all() {
        var id = store(legacy().append("phone", "12345"));

        patch(ADMIN, id, Map.of("area", "South")).statusCode(200);

        assertThat(lastEvent(id, 1)).doesNotContain("phone");
        assertThat(Wire.read(Topic.Name.CUSTOMER, id))
                .allSatisfy(record -> assertThat(Contracts.violations(record)).isEmpty());
    }

    @ParameterizedTest
    @Tag("T-34")
    @ValueSource(strings = {"version", "event_seq", "outbox", "applied"})
    void a_counter_that_is_null_stops_neither_her_nor_others(String counter) {
        var id = store(legacy().append(counter, null));

        patch(ADMIN, id, Map.of("notes", "gate 2")).statusCode(200).body("version", equalTo(1));

        CustomerApi.linkedCustomer();
    }

    @ParameterizedTest
    @Tag("T-33")
    @ValueSource(strings = {"status", "trial_start_date", "location", "place"})
    void what_the_monolith_left_empty_is_read_with_the_safe_default(String what) {
        var document = legacy();
        switch (what) {
            case "status" -> document.remove("status");
            case "trial_start_date" -> document.append("trial_start_date", "");
            case "location" -> document.append("location", new Document());
            default -> document.append("location", new Document("lat", "8.5").append("lng", "76.9"));
        }
        var id = store(document);

        find(ADMIN, id).statusCode(200).body("status", equalTo(what.equals("status") ? "inactive" : "active"));
        if (what.equals("place")) {
            find(ADMIN, id).body("location.lat", equalTo(8.5f)).body("location.lng", equalTo(76.9f));
        }
        given().auth()
                .oauth2(TestTokens.ofService("customer-service"))
                .get("/internal/customers/" + id)
                .then()
                .statusCode(200);
    }

    private static Document legacy() {
        return new Document("id", "c-" + UUID.randomUUID())
                .append("name", "Ravi Menon")
                .append("phone", "9876500001")
                .append("address", "9 Mill Road")
                .append("area", "North")
                .append("status", "active");
    }

    private static String store(Document document) {
        Database.collection("customers_v2", all -> all.insertOne(document));
        return document.getString("id");
    }

    private static Document stored(String id) {
        return Database.collection(
                "customers_v2", all -> all.find(new Document("id", id)).first());
    }
}
