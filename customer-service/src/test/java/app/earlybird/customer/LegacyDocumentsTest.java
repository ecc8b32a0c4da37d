package app.earlybird.customer;

import static app.earlybird.customer.CustomerApi.ADMIN;
import static app.earlybird.customer.CustomerApi.find;
import static app.earlybird.customer.CustomerApi.list;
import static app.earlybird.customer.CustomerApi.newCustomer;
import static app.earlybird.customer.CustomerApi.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import app.earlybird.kit.test.Database;
import app.earlybird.kit.test.SuiteResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the monolith left in {@code customers_v2}. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LegacyDocumentsTest {

    private final String area = "Area " + UUID.randomUUID();

    @Test
    @Tag("K-03")
    void one_malformed_document_affects_only_itself() {
        var good = store(legacy());
        var broken = store(legacy().append("status", "engaged"));
        var worse = store(legacy().append("name", 17));

        list(ADMIN, "?area=" + area)
                .statusCode(200)
                .body("items.id", hasItem(good))
                .body("items.id", not(hasItems(broken, worse)));
        for (var id : new String[] {broken, worse}) {
            find(ADMIN, id).statusCode(409).body("code", equalTo("document_unreadable"));
        }
    }

    @Test
    @Tag("K-03")
    void what_the_monolith_let_be_absent_is_empty_and_can_be_filled_in() {
        var document = legacy();
        document.keySet().removeAll(List.of("phone", "address"));
        var id = store(document.append("status", "inactive"));

        find(ADMIN, id).statusCode(200).body("phone", equalTo("")).body("status", equalTo("inactive"));
        patch(ADMIN, id, Map.of("phone", "098765 43210", "address", "4 Lake View"))
                .statusCode(200)
                .body("phone", equalTo("+919876543210"));
    }

    @ParameterizedTest
    @Tag("K-04")
    @ValueSource(strings = {"cst_%s", "%s", "cust-%s", "CUST_%s"})
    void ids_of_every_form_the_monolith_gave_are_found(String form) {
        var id = store(legacy().append("id", form.formatted(UUID.randomUUID())));
        find(ADMIN, id).statusCode(200).body("id", equalTo(id));
    }

    @ParameterizedTest
    @Tag("K-11")
    @CsvSource({
        "2025-11-03T10:00:00+05:30, 2025-11-03T04:30",
        "2025-11-03T10:00:00.123456, 2025-11-03T10:00:00.123",
        "2025-11-03 10:00:00, 2025-11-03T10:00",
        "2025-11-03, 2025-11-03T00:00",
        "soon, 2009-02-13T23:31"
    })
    void times_of_every_form_are_read_as_instants(String written, String instant) {
        var id = store(legacy().append("created_at", written));
        find(ADMIN, id).statusCode(200).body("created_at", startsWith(instant));
    }

    @Test
    void a_document_of_the_monolith_is_changed_in_place_and_keeps_its_object_id() {
        var id = store(legacy());
        patch(ADMIN, id, Map.of("notes", "Rings twice")).statusCode(200);
        Document stored = Database.collection(
                "customers_v2", all -> all.find(new Document("id", id)).first());
        assertThat(stored.get("_id")).isInstanceOf(ObjectId.class);
        assertThat(stored.getLong("version")).isEqualTo(1);
        find(ADMIN, newCustomer()).statusCode(200);
    }

    private String store(Document document) {
        Database.collection("customers_v2", all -> all.insertOne(document));
        return document.getString("id");
    }

    private Document legacy() {
        return new Document(
                        "_id",
                        new ObjectId("499602d2"
                                + UUID.randomUUID().toString().replace("-", "").substring(0, 16)))
                .append("id", UUID.randomUUID().toString())
                .append("name", "Meera")
                .append("phone", "+91-98765 00001")
                .append("address", "4 Lake View")
                .append("area", area)
                .append("status", "active")
                .append("location", new Document("lat", 12).append("lng", 77.5))
                .append("previous_balance", 12.5)
                .append("custom_product_prices", new Document("milk", 27));
    }
}
