package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.local.http.Api;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.TopicReader;
import app.earlybird.local.stack.ServiceName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Services that cannot reach each other. */
class NeighbourAwayIT {

    private static final long CONFIRM_MILLIS = 2000;
    private static final long BREAKER_MILLIS = 500;
    private static final int BREAKER_OPENS_AFTER = 10;
    private static final Duration RECOVERED = Duration.ofSeconds(30);

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    @AfterEach
    void mend() {
        faults.resumeKafka();
        faults.putBack(ServiceName.DELIVERY);
    }

    /** The broker is held, so that delivery-service must ask for the order itself. */
    @Test
    @Tag("F17")
    void an_order_that_cannot_be_asked_for_is_not_confirmed_and_soon_refused_without_asking() {
        var customer = suite.readyCustomer("Black hole");
        var session = suite.logIn(customer);
        var product = suite.createProduct();
        try (var link = new FaultyLink(suite.stack().layout().address(ServiceName.ORDER))) {
            faults.replace(ServiceName.DELIVERY, Map.of("EARLYBIRD_ORDER_SERVICE", "http://127.0.0.1:" + link.port()));
            faults.pauseKafka();
            var order = suite.people().placeOrder(session, product, "1").text("id");
            link.swallow(true);
            var slowest = 0L;
            for (int i = 0; i < BREAKER_OPENS_AFTER; i++) {
                slowest = Math.max(slowest, millisToRefuse(order, customer));
            }
            var open = millisToRefuse(order, customer);
            link.swallow(false);
            var recovered = millisToRecover(order, customer);

            assertThat(slowest).isLessThan(CONFIRM_MILLIS);
            assertThat(open).as("with the breaker open").isLessThan(BREAKER_MILLIS);
            Report.shown(
                    "F17 order-service in a black hole, seen from delivery-service",
                    "503 within %d ms, %d ms once the breaker is open, recovered after %d ms"
                            .formatted(slowest, open, recovered));
        }
    }

    @Test
    void an_order_cancelled_before_its_delivery_is_known_is_never_delivered() {
        var customer = suite.readyCustomer("Unseen");
        var session = suite.logIn(customer);
        var product = suite.createProduct();
        faults.pauseKafka();
        var order = suite.people().placeOrder(session, product, "1").text("id");
        cancel(session, order);
        faults.resumeKafka();
        Poll.until("the order's events are published", RunningSuite.PATIENCE, () -> eventsPublished(order) == 2);

        var late = suite.people().tryConfirm(suite.boy(), order, customer);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("order_not_deliverable");
        suite.awaitOrder(session, order, "cancelled");
    }

    /** Two instances may publish the same event twice. */
    private long eventsPublished(String order) {
        return suite.events(Topic.Name.ORDER, order).stream()
                .map(published -> TopicReader.header(published, "ce_id"))
                .distinct()
                .count();
    }

    private static void cancel(Api session, String order) {
        assertThat(session.post("/api/orders/" + order + "/cancel", Map.of())
                        .mustBe(200)
                        .text("status"))
                .isEqualTo("cancelled");
    }

    private long millisToRefuse(String order, String customer) {
        var begun = System.nanoTime();
        var answer = suite.people().tryConfirm(suite.boy(), order, customer).mustBe(503);
        assertThat(answer.text("code")).isEqualTo("dependency_unavailable");
        return millisSince(begun);
    }

    private long millisToRecover(String order, String customer) {
        var begun = System.nanoTime();
        Poll.until(
                "confirmed",
                RECOVERED,
                () -> suite.people().tryConfirm(suite.boy(), order, customer).status() == 200);
        return millisSince(begun);
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
