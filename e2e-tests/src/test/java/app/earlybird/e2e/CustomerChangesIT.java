package app.earlybird.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.audit.Stored;
import app.earlybird.local.http.Api;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.Suite;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.ServiceProcess;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a change of a customer means to all four services. */
class CustomerChangesIT {

    private static final Map<String, String> REASON = Map.of("reason", "As agreed on the phone");

    private final RunningSuite suite = RunningSuite.get();
    private final String customer = suite.readyCustomer("Changes");

    @Test
    @Tag("T-51")
    void nobody_delivers_to_a_deactivated_customer() {
        var session = suite.logIn(customer);
        var order = order(session);

        suite.admin().post(path("/deactivate"), REASON).mustBe(200);

        Poll.until(
                "cancelled",
                RunningSuite.PATIENCE,
                () -> suite.orderStatus(order).equals("cancelled"));
        var answer = suite.people().tryConfirm(suite.boy(), order, customer).mustBe(409);
        assertThat(answer.text("code")).isEqualTo("order_not_deliverable");
    }

    /** A deactivation waits for delivery-service, which alone decides whether an order can still be cancelled. */
    @Test
    @Tag("T-51")
    void what_cannot_be_cancelled_now_is_cancelled_later() {
        var order = order(suite.logIn(customer));
        suite.instances(ServiceName.DELIVERY)
                .forEach(service -> service.process().kill());

        suite.admin().post(path("/deactivate"), REASON).mustBe(200);
        suite.instances(ServiceName.DELIVERY).forEach(ServiceProcess::start);
        suite.instances(ServiceName.DELIVERY).forEach(ServiceProcess::awaitReady);

        Poll.until(
                "cancelled",
                RunningSuite.PATIENCE,
                () -> suite.orderStatus(order).equals("cancelled"));
    }

    @Test
    @Tag("T-52")
    void her_new_delivery_boy_delivers_what_she_ordered_before() {
        var order = order(suite.logIn(customer));
        var second = suite.people().hireDeliveryBoy(suite.admin(), "Second");

        suite.admin().patch(path(""), Map.of("delivery_boy_id", second.id())).mustBe(200);

        Poll.until(
                "assigned to the second",
                RunningSuite.PATIENCE,
                () -> suite.people()
                                .tryConfirm(second.session(), order, customer)
                                .status()
                        == 200);
        suite.people().tryConfirm(suite.boy(), order, customer).mustBe(403);
    }

    @Test
    void an_erased_customer_is_gone_from_every_service_and_her_orders_stay() {
        var person = "Asha " + UUID.randomUUID();
        suite.admin().patch(path(""), Map.of("name", person, "address", person)).mustBe(200);
        var session = suite.logIn(customer);
        Poll.until("known to order-service", RunningSuite.PATIENCE, () -> stored(person) >= 3);
        var order = order(session);
        assertThat(suite.admin().post(path("/erase"), REASON).mustBe(409).text("code"))
                .isEqualTo("orders_open");
        session.post("/api/orders/" + order + "/cancel", Map.of("reason", "Moving away"))
                .mustBe(200);

        suite.admin().post(path("/erase"), REASON).mustBe(200);

        Poll.until("forgotten", RunningSuite.PATIENCE, () -> stored(person) == 0);
        var login = suite.people().tryLogIn(Suite.emailOf(customer), RunningSuite.OWN_PASSWORD);
        assertThat(login.status()).isEqualTo(401);
        assertThat(suite.orderStatus(order)).isEqualTo("cancelled");
        assertThat(suite.people()
                        .tryPlaceOrder(session, suite.createProduct(), "1", "again")
                        .status())
                .isEqualTo(409);
    }

    private String order(Api session) {
        return suite.people().placeOrder(session, suite.createProduct(), "1").text("id");
    }

    private String path(String act) {
        return "/api/phase0-v2/customers/" + customer + act;
    }

    private long stored(String text) {
        try (var stored = new Stored(suite.stack().mongo().uri())) {
            return stored.documentsWith(text);
        }
    }
}
