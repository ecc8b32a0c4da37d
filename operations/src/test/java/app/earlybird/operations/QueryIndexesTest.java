package app.earlybird.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.earlybird.operations.schema.DeclaredIndex;
import app.earlybird.operations.schema.Indexes;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The queries the services make, each with its index, and no index without a query. */
class QueryIndexesTest {

    /** As the adapters write them: what is asked for by equality, then by what it is sorted; a minus descends. */
    private record Query(String collection, String equal, String sorted) {

        /** Equality in any order, then the sort as it is; {@code _id} and unique keys need nothing behind them. */
        boolean isServedBy(DeclaredIndex declared) {
            var index = declared.index();
            var keys = List.of(index.keys().split(" ", -1));
            var equalities = fields(equal);
            var sorts = fields(sorted);
            if (index.unique() && equalities.containsAll(keys)) {
                return true;
            }
            return keys.size() == equalities.size() + sorts.size()
                    && keys.subList(0, equalities.size()).containsAll(equalities)
                    && keys.subList(equalities.size(), keys.size()).equals(sorts);
        }

        private static List<String> fields(String text) {
            return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
        }
    }

    private static final List<Query> QUERIES = List.of(
            new Query("users", "id", ""),
            new Query("users", "email_normalised", ""),
            new Query("users", "customer_v2_id", ""),
            new Query("users", "", "id"),
            new Query("users", "", "customer_v2_id"),
            new Query("users", "role", "id"),
            new Query("users", "", "outbox_since"),
            new Query("provisionings", "customer_id", ""),
            new Query("provisionings", "", "outbox_since"),
            new Query("signing_keys", "", "number"),
            new Query("sessions", "user_id", "_id"),
            new Query("sessions", "", "ends_at"),
            new Query("login_throttles", "", "expires_at"),
            new Query("customers_v2", "id", ""),
            new Query("customers_v2", "", "id"),
            new Query("customers_v2", "user_id", ""),
            new Query("customers_v2", "marketing_boy_id", "id"),
            new Query("customers_v2", "status", "id"),
            new Query("customers_v2", "area", "id"),
            new Query("customers_v2", "login_state", "id"),
            new Query("customers_v2", "", "outbox_since"),
            new Query("products", "id", ""),
            new Query("products", "", "id"),
            new Query("orders", "id", ""),
            new Query("orders", "customer_id", "-created_at -id"),
            new Query("orders", "customer_id", "delivery_date"),
            new Query("orders", "", "outbox_since"),
            new Query("customer_refs", "customer_id", ""),
            new Query("delivery_statuses", "order_id", ""),
            new Query("delivery_statuses", "customer_id", "-delivery_date -id"),
            new Query("delivery_statuses", "", "outbox_since"));

    @Test
    @Tag("I-14")
    void every_query_has_its_index() {
        assertThat(QUERIES)
                .allSatisfy(query -> assertThat(DeclaredIndex.all())
                        .filteredOn(index -> index.collection().collectionName().equals(query.collection()))
                        .anyMatch(query::isServedBy));
    }

    /** Indexes that the seed asks for by name; no query of the suite uses them yet. */
    private static final List<String> OF_THE_SEED = List.of(
            "auth.users.customer_v2_id_1_role_1",
            "customer.customers_v2.user_id_1_status_1",
            "order.orders.subscription_id_1",
            "order.orders.user_id_1_subscription_id_1",
            "delivery.delivery_statuses.customer_id_1_order_id_1_delivery_date_-1");

    @Test
    @Tag("I-12")
    void every_index_has_its_query() {
        assertThat(DeclaredIndex.all())
                .filteredOn(index -> !OF_THE_SEED.contains(index.label()))
                .allSatisfy(index -> assertThat(QUERIES)
                        .anyMatch(query ->
                                query.collection().equals(index.collection().collectionName())
                                        && query.isServedBy(index)));
    }

    @Test
    @Tag("I-14")
    void the_server_uses_them() {
        assumeThat(System.getenv("EARLYBIRD_MONGODB_URI"))
                .as("needs a server: the embedded one does not explain")
                .isNotNull();
        try (var client = MongoClients.create(System.getenv("EARLYBIRD_MONGODB_URI"))) {
            var name = "earlybird_explain_" + UUID.randomUUID();
            var database = client.getDatabase(name);
            var indexes = new Indexes(collection -> database.getCollection(collection.collectionName()));
            DeclaredIndex.all().forEach(indexes::create);
            for (var query : QUERIES) {
                var filter = Query.fields(query.equal()).stream()
                        .map(field -> Filters.eq(field, "x"))
                        .toList();
                var sort = new Document();
                Query.fields(query.sorted())
                        .forEach(field -> sort.append(field.replace("-", ""), field.startsWith("-") ? -1 : 1));
                var plan = database.getCollection(query.collection())
                        .find(filter.isEmpty() ? Filters.empty() : Filters.and(new ArrayList<>(filter)))
                        .sort(sort)
                        .explain();
                assertThat(plan.toJson()).as(query.toString()).doesNotContain("COLLSCAN");
            }
            database.drop();
        }
    }
}
