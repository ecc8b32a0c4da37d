package app.earlybird.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.audit.Audit;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.e2e.load.Latencies;
import app.earlybird.e2e.load.Load;
import app.earlybird.local.http.Api;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The four services on the monolith's one database, after {@code up} and while it is gone through again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonolithDatabaseIT {

    private static final Duration BASELINE = Duration.ofSeconds(15);
    private static final Duration MIGRATION = Duration.ofMinutes(2);

    private final RunningSuite suite = RunningSuite.get();

    @Test
    @Order(1)
    @Tag("M07")
    @Tag("M14")
    void down_and_up_beside_live_traffic_disturb_nobody_and_lose_nothing_written_meanwhile()
            throws InterruptedException {
        var before = filled("customers_v2");
        var load = Load.start(suite, Counts.SEED + 7000);
        var usual = Latencies.begin(suite);
        TimeUnit.SECONDS.sleep(BASELINE.toSeconds());
        var baseline = usual.end();
        var during = Latencies.begin(suite);
        suite.stack().migrations("down", "--to", "000").awaitSuccess(MIGRATION);
        var whileDown = filled("customers_v2");
        suite.stack().migrations("up").awaitSuccess(MIGRATION);
        var migrating = during.end();
        suite.stack().migrations("verify").awaitSuccess(MIGRATION);
        var ledger = load.settle(Duration.ofMinutes(1));
        var settled = Quiet.after(suite);

        assertThat(before).isPositive();
        assertThat(whileDown).isZero();
        assertThat(filled("customers_v2")).isEqualTo(before);
        Report.shown(
                "M07 down and up of 001 to 003 beside live traffic",
                "%s; %s; reads under this load took %s, beside the migrations %s"
                        .formatted(Audit.of(suite, ledger), settled, baseline, migrating));
    }

    @Test
    @Order(2)
    void a_customer_of_the_monolith_logs_in_orders_and_is_delivered() {
        var linked = linkedByPhone();
        var id = linked.getString("id");

        Api customer = logInAs(linked.getString("user_id"));
        var me = customer.get("/api/auth/me").mustBe(200);
        assertThat(me.body().at("/customer_v2_id").asText()).isEqualTo(id);
        assertThat(me.body().at("/customer/id").asText()).isEqualTo(id);
        assertThat(me.body().at("/customer/login_state").asText()).isEqualTo("ready");

        suite.admin()
                .patch("/api/phase0-v2/customers/" + id, Map.of("delivery_boy_id", suite.boyId()))
                .mustBe(200);
        var order =
                suite.people().placeOrder(customer, suite.createProduct(), "1").text("id");
        suite.people().tryConfirm(suite.boy(), order, id).mustBe(200);
        suite.awaitOrder(customer, order, "delivered");
    }

    @Test
    @Order(3)
    @Tag("K-03")
    void what_cannot_be_read_yet_is_reported_and_hides_nothing_else() {
        var customers = suite.admin().get("/api/phase0-v2/customers?limit=200").mustBe(200);
        assertThat(customers.body().get("items")).hasSize(200);

        var old = collection(
                "orders", orders -> orders.find(Filters.exists("total_amount")).first());
        var answer = suite.admin().get("/api/orders/" + old.getString("id"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("document_unreadable");
    }

    private static Document linkedByPhone() {
        return Objects.requireNonNull(collection(
                "customers_v2",
                customers -> customers
                        .find(Filters.eq("migrated_003.rule.user_id", "phone"))
                        .first()));
    }

    private Api logInAs(String userId) {
        var user = Objects.requireNonNull(collection(
                "users", users -> users.find(Filters.eq("id", userId)).first()));
        return suite.people().logIn(user.getString("email"), LegacyData.PASSWORD);
    }

    /** How many documents still hold what 001 to 003 filled in. */
    private static long filled(String collection) {
        return collection(collection, all -> all.countDocuments(Filters.exists("migrated_003")));
    }

    private static <T> T collection(String name, Function<MongoCollection<Document>, T> work) {
        try (var client = MongoClients.create(RunningSuite.get().stack().mongo().uri())) {
            return work.apply(client.getDatabase(Counts.MONOLITH).getCollection(name));
        }
    }
}
