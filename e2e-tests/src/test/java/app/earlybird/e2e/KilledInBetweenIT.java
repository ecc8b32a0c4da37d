package app.earlybird.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.local.http.Suite;
import app.earlybird.local.stack.ServiceName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** kill -9 between a write and its publication: Kafka is held, so that nothing can leave before the kill. */
class KilledInBetweenIT {

    private final RunningSuite suite = RunningSuite.get();

    @AfterEach
    void resume() {
        suite.resumeKafka();
    }

    @Test
    @Tag("B-01")
    @Tag("F02")
    void the_login_of_a_customer_appears_although_customer_service_was_killed_before_it_told() {
        suite.pauseKafka();
        var id = suite.people()
                .createCustomer(suite.admin(), "Survivor", suite.boy().id())
                .text("id");
        killAndRestart(ServiceName.CUSTOMER);

        suite.awaitLogin(id);
        assertThat(suite.people()
                        .tryLogIn(Suite.emailOf(id), Suite.DEFAULT_PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(suite.events("earlybird.identity.events.v1", id)).hasSize(1);
    }

    @Test
    @Tag("E-03")
    @Tag("F02")
    void the_order_is_delivered_although_delivery_service_was_killed_before_it_told() {
        var id = suite.readyCustomer("Confirmed");
        var customer = suite.logIn(id);
        var product = suite.people().createProduct(suite.admin(), "Milk", "54").text("id");
        var order = suite.people().placeOrder(customer, product, "1").text("id");
        suite.people().tryConfirm(suite.boy().session(), "warm-up", id);
        suite.pauseKafka();
        suite.people().tryConfirm(suite.boy().session(), order, id).mustBe(200);
        killAndRestart(ServiceName.DELIVERY);

        suite.awaitOrder(customer, order, "delivered");
    }

    private void killAndRestart(ServiceName name) {
        var service = suite.service(name);
        service.process().kill();
        suite.resumeKafka();
        service.start();
        service.awaitReady();
    }
}
