package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Published;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.e2e.audit.Stored;
import app.earlybird.local.http.Api;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.Suite;
import app.earlybird.local.stack.ServiceName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** kill -9 between two steps that belong together; what is in between is held there first. */
class KilledInBetweenIT {

    private static final int ROUNDS = Counts.of(1, 10);
    private static final int WRITES = 20;
    private static final Duration AFTER_RESTART = Duration.ofSeconds(30);

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    @AfterEach
    void resume() {
        faults.resumeKafka();
    }

    @Test
    @Tag("B-01")
    @Tag("F02")
    void a_customer_stored_but_not_told_of_gets_a_login_after_the_restart() {
        for (int round = 0; round < ROUNDS; round++) {
            faults.pauseKafka();
            var ids = Stream.generate(() -> suite.createCustomer("Survivor"))
                    .limit(WRITES)
                    .toList();
            faults.kill(ServiceName.CUSTOMER);
            faults.resumeKafka();
            faults.restart(ServiceName.CUSTOMER);
            awaitPublished(Topic.Name.CUSTOMER, ids, "CustomerCreated");
            ids.forEach(suite::awaitLogin);
            assertThat(suite.people()
                            .tryLogIn(Suite.emailOf(ids.getFirst()), Suite.DEFAULT_PASSWORD)
                            .status())
                    .isEqualTo(200);
        }
        Report.shown("F02 kill -9 of customer-service between write and send", ROUNDS * WRITES + " events, 0 missing");
    }

    @Test
    @Tag("E-03")
    @Tag("F02")
    void a_confirmation_stored_but_not_told_of_moves_its_order_after_the_restart() {
        var customer = suite.readyCustomer("Confirmed");
        var session = suite.logIn(customer);
        for (int round = 0; round < ROUNDS; round++) {
            var orders = knownOrders(session);
            faults.pauseKafka();
            orders.forEach(order ->
                    suite.people().tryConfirm(suite.boy(), order, customer).mustBe(200));
            faults.kill(ServiceName.DELIVERY);
            faults.resumeKafka();
            faults.restart(ServiceName.DELIVERY);
            awaitPublished(Topic.Name.DELIVERY, orders, "DeliveryConfirmed");
        }
        Report.shown("F02 kill -9 of delivery-service between write and send", ROUNDS * WRITES + " events, 0 missing");
    }

    /** What a first kill left over is published after the restart; its marks go into a black hole, and it is killed again. */
    @Test
    @Tag("F03")
    void an_event_acknowledged_but_still_in_its_outbox_has_its_effect_once() {
        var twice = 0L;
        for (int round = 0; round < ROUNDS; round++) {
            var before = Published.in(suite.topics(), Topic.Name.CUSTOMER).duplicatesOnTheWire();
            var ids = publishedButNotMarked();
            faults.restart(ServiceName.CUSTOMER);
            ids.forEach(suite::awaitLogin);
            Quiet.after(suite);
            var published = Published.in(suite.topics(), Topic.Name.CUSTOMER);
            var logins = Published.in(suite.topics(), Topic.Name.IDENTITY);
            twice += published.duplicatesOnTheWire() - before;
            assertThat(ids).allSatisfy(id -> {
                assertThat(published.types(id)).containsExactly("CustomerCreated");
                assertThat(logins.types(id)).containsExactly("LoginProvisioned");
            });
        }
        assertThat(twice).isGreaterThanOrEqualTo((long) ROUNDS * WRITES);
        Report.shown(
                "F03 kill -9 of customer-service between acknowledgement and outbox mark",
                ROUNDS * WRITES + " events, " + twice + " twice on the wire, each effect once");
    }

    private List<String> publishedButNotMarked() {
        faults.pauseKafka();
        var ids = Stream.generate(() -> suite.createCustomer("Twice"))
                .limit(WRITES)
                .toList();
        faults.kill(ServiceName.CUSTOMER);
        faults.resumeKafka();
        try (var link = new FaultyLink(URI.create(suite.stack().mongo().uri()).getPort())) {
            link.swallowFrom("$pull");
            faults.start(ServiceName.CUSTOMER, Map.of("EARLYBIRD_MONGODB_URI", "mongodb://127.0.0.1:" + link.port()));
            awaitPublished(Topic.Name.CUSTOMER, ids, "CustomerCreated");
            faults.kill(ServiceName.CUSTOMER);
        }
        return ids;
    }

    @Test
    @Tag("F04")
    void an_event_applied_but_not_committed_has_its_effect_once() {
        var customer = suite.readyCustomer("Redelivered");
        var session = suite.logIn(customer);
        var redelivered = 0L;
        for (int round = 0; round < ROUNDS; round++) {
            var orders = knownOrders(session);
            orders.forEach(order ->
                    suite.people().tryConfirm(suite.boy(), order, customer).mustBe(200));
            awaitDelivered(orders);
            faults.kill(ServiceName.ORDER);
            try (var admin = Quiet.admin(suite)) {
                redelivered += Quiet.lag(admin, "order-service", Topic.Name.DELIVERY);
            }
            faults.restart(ServiceName.ORDER);
            Quiet.after(suite);
            var published = Published.in(suite.topics(), Topic.Name.ORDER);
            assertThat(orders)
                    .allSatisfy(order -> assertThat(published.types(order))
                            .containsExactly("OrderCreated", "OrderStatusChanged", "OrderBillable"));
        }
        assertThat(redelivered).isPositive();
        Report.shown(
                "F04 kill -9 of order-service between effect and commit",
                ROUNDS * WRITES + " events, " + redelivered + " delivered again, each effect once");
    }

    /** Each with its delivery. */
    private List<String> knownOrders(Api customer) {
        var product = suite.createProduct();
        var orders = Stream.generate(
                        () -> suite.people().placeOrder(customer, product, "2").text("id"))
                .limit(WRITES)
                .toList();
        awaitStored(
                "deliveries of the orders",
                stored -> stored.deliveries().keySet().containsAll(orders));
        return orders;
    }

    private void awaitDelivered(List<String> orders) {
        awaitStored("orders delivered", stored -> {
            var all = stored.orders();
            return orders.stream()
                    .allMatch(id -> "delivered"
                            .equals(all.getOrDefault(id, new Document()).getString("status")));
        });
    }

    private void awaitStored(String what, Predicate<Stored> condition) {
        try (var stored = new Stored(suite.stack().mongo().uri())) {
            Poll.until(what, RunningSuite.PATIENCE, () -> condition.test(stored));
        }
    }

    private void awaitPublished(String topic, List<String> keys, String type) {
        Poll.until(type + " of all", AFTER_RESTART, () -> {
            var published = Published.in(suite.topics(), topic);
            return keys.stream().allMatch(key -> published.types(key).contains(type));
        });
    }
}
