package app.earlybird.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.local.http.Api;
import app.earlybird.local.http.Api.Answer;
import app.earlybird.local.http.Suite;
import app.earlybird.local.http.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main journey over the packaged suite; the seed's test cases by their numbers (6 comes with the migrations). */
class OneOrderJourneyIT {

    private final RunningSuite suite = RunningSuite.get();

    @Test
    @Tag("B-01")
    void seed_1_creating_a_customer_links_both_sides() {
        var id = suite.readyCustomer("Linked");
        var customer = suite.admin().get("/api/phase0-v2/customers/" + id).mustBe(200);
        var me = suite.logIn(id).get("/api/auth/me").mustBe(200);

        assertThat(me.text("id")).isEqualTo(customer.text("user_id"));
        assertThat(me.text("customer_v2_id")).isEqualTo(id);
        assertThat(me.body().path("customer").path("id").asText()).isEqualTo(id);
    }

    @Test
    @Tag("A-02")
    void seed_2_the_token_of_a_customer_carries_customer_v2_id() {
        var id = suite.readyCustomer("Token");
        var login = suite.people()
                .tryLogIn(Suite.emailOf(id), Suite.DEFAULT_PASSWORD)
                .mustBe(200);

        assertThat(claimsOf(login)).contains("\"customer_v2_id\":\"" + id + "\"");
    }

    @Test
    void seed_3_staff_has_no_customer() {
        var me = suite.boy().get("/api/auth/me").mustBe(200);

        assertThat(me.text("role")).isEqualTo("delivery_boy");
        assertThat(me.body().has("customer_v2_id")).isFalse();
        assertThat(me.body().path("customer").isNull()).isTrue();
    }

    @Test
    void seed_4_from_creation_to_login_to_her_own_deliveries() {
        var customer = suite.logIn(suite.readyCustomer("Deliveries"));

        assertThat(customer.get("/api/my-deliveries").mustBe(200).body().path("items"))
                .isEmpty();
    }

    @Test
    @Tag("B-13")
    @Tag("E-03")
    void seed_5_a_confirmed_delivery_names_its_order_and_moves_it() {
        var id = suite.readyCustomer("Ordering");
        var customer = suite.logIn(id);
        var order = order(customer);
        suite.people().tryConfirm(suite.boy(), order, id).mustBe(200);
        suite.awaitOrder(customer, order, "delivered");

        var records = suite.events("earlybird.delivery.events.v1", order);
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(TopicReader.header(record, "ce_type")).isEqualTo("com.earlybird.DeliveryConfirmed.v1");
            assertThat(record.value()).contains("\"order_id\":\"" + order + "\"", "\"customer_id\":\"" + id + "\"");
        });
    }

    @Test
    void seed_7_wrong_credentials_and_unknown_orders_are_refused() {
        var id = suite.readyCustomer("Refused");

        assertThat(suite.people().tryLogIn(Suite.emailOf(id), "wrong-password").status())
                .isEqualTo(401);
        var unknown = suite.people().tryConfirm(suite.boy(), "no-such-order", id);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("code")).isEqualTo("order_not_found");
    }

    @Test
    @Tag("E-04")
    @Tag("F26")
    void fifty_confirmations_at_once_are_one_record_one_event_and_one_step() throws Exception {
        var id = suite.readyCustomer("Fifty");
        var customer = suite.logIn(id);
        var order = order(customer);

        assertThat(answersOfFifty(order, id)).hasSize(1);
        suite.awaitOrder(customer, order, "delivered");
        assertThat(suite.events("earlybird.delivery.events.v1", order)).hasSize(1);
        assertThat(suite.events("earlybird.order.events.v1", order))
                .extracting(record -> TopicReader.header(record, "ce_type"))
                .containsExactly(
                        "com.earlybird.OrderCreated.v1",
                        "com.earlybird.OrderStatusChanged.v1",
                        "com.earlybird.OrderBillable.v1");
    }

    private Set<String> answersOfFifty(String order, String customer) throws Exception {
        var boy = suite.boy();
        Callable<String> once = () -> suite.people()
                .tryConfirm(boy, order, customer)
                .mustBe(200)
                .body()
                .toString();
        var bodies = new HashSet<String>();
        try (var callers = Executors.newFixedThreadPool(50)) {
            for (var answer : callers.invokeAll(Collections.nCopies(50, once))) {
                bodies.add(answer.get());
            }
        }
        return bodies;
    }

    @Test
    void internal_routes_are_not_behind_the_gateway() {
        assertThat(suite.admin().get("/internal/orders/o-1").status()).isEqualTo(404);
        assertThat(suite.admin().get("/api/orders/../../internal/orders/o-1").status())
                .isEqualTo(400);
    }

    @Test
    @Tag("S20")
    void a_body_of_two_megabytes_is_refused_as_too_large_and_not_as_if_the_service_were_away() {
        var answer = suite.admin().post("/api/products", Map.of("name", "x".repeat(2_000_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("too_large");
    }

    private String order(Api customer) {
        var product = suite.people().createProduct(suite.admin(), "Milk", "54").text("id");
        return suite.people().placeOrder(customer, product, "2").text("id");
    }

    private static String claimsOf(Answer login) {
        var payload = login.text("access_token").split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }
}
