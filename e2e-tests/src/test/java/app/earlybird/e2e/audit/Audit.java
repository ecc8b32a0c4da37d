package app.earlybird.e2e.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Published.Event;
import app.earlybird.e2e.load.Ledger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * The invariants of reliability.md, checked from outside after the faults have ended: in the databases, in the topics, in
 * the logs, and over HTTP. What does not hold is named with its id.
 */
public final class Audit {

    private static final int READ_OVER_HTTP = 100;

    private final RunningSuite suite;
    private final Ledger ledger;
    private final Map<String, Document> users;
    private final Map<String, Document> customers;
    private final Map<String, Document> orders;
    private final Map<String, Document> deliveries;
    private final Published customerEvents;
    private final Published identityEvents;
    private final Published orderEvents;
    private final Published deliveryEvents;
    private final Set<String> lost = new HashSet<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private Audit(RunningSuite suite, Ledger ledger, Stored stored) {
        this.suite = suite;
        this.ledger = ledger;
        var topics = suite.topics();
        this.users = stored.users();
        this.customers = stored.customers();
        this.orders = stored.orders();
        this.deliveries = stored.deliveries();
        this.customerEvents = Published.in(topics, Topic.Name.CUSTOMER);
        this.identityEvents = Published.in(topics, Topic.Name.IDENTITY);
        this.orderEvents = Published.in(topics, Topic.Name.ORDER);
        this.deliveryEvents = Published.in(topics, Topic.Name.DELIVERY);
    }

    /** The report of this load; fails when anything was lost, doubled or unexpected. */
    public static String of(RunningSuite suite, Ledger ledger) {
        try (var stored = new Stored(suite.stack().mongo().uri())) {
            var audit = new Audit(suite, ledger, stored);
            audit.customers();
            audit.orders();
            audit.phantoms();
            audit.secrets();
            audit.overHttp();
            return audit.report();
        }
    }

    private String report() {
        assertThat(lost).as("lost").isEmpty();
        assertThat(duplicated).as("duplicated").isEmpty();
        assertThat(broken).as("invariants that do not hold").isEmpty();
        assertThat(ledger.unexpected()).as("unexpected").isEmpty();
        var twice = Stream.of(customerEvents, identityEvents, orderEvents, deliveryEvents)
                .mapToLong(Published::duplicatesOnTheWire)
                .sum();
        return ledger + ", lost 0, duplicate effects 0 (" + twice + " records twice on the wire)";
    }

    /** I1 to I5 of a customer and its login. */
    private void customers() {
        for (var id : ledger.customers()) {
            var customer = customers.get(id);
            if (customer == null) {
                lost.add("I1 customer " + id);
                continue;
            }
            must(customerEvents.types(id).contains("CustomerCreated"), "I2 no CustomerCreated of " + id);
            once(identityEvents.types(id), "LoginProvisioned", "I3 login of " + id);
            inSequence(customerEvents.of(id), id);
            must("ready".equals(customer.getString("login_state")), "I3 login of " + id + " is not ready");
            var user = users.getOrDefault(customer.getString("user_id"), new Document());
            must(id.equals(user.getString("customer_v2_id")), "I5 user of " + id);
            must("customer".equals(user.getString("role")), "I5 role of the user of " + id);
        }
        var linked = users.values().stream()
                .map(user -> user.getString("customer_v2_id"))
                .filter(customer -> customer != null)
                .toList();
        must(new HashSet<>(linked).size() == linked.size(), "I5 a customer with two users");
    }

    /** I1 to I4, I6 and I7 of an order and its delivery. */
    private void orders() {
        ledger.orders().forEach((id, customer) -> {
            var order = orders.get(id);
            var delivery = deliveries.get(id);
            if (order == null || delivery == null) {
                lost.add("I1 order " + id);
                return;
            }
            once(orderEvents.types(id), "OrderCreated", "I2 order " + id);
            inSequence(orderEvents.of(id), id);
            inSequence(deliveryEvents.of(id), id);
            must(customer.equals(delivery.getString("customer_id")), "I6 customer of delivery " + id);
            must(daysApart(order, delivery) <= 1, "I6 date of delivery " + id);
            must(fold(deliveryEvents.of(id)).equals(order.getString("status")), "I7 status of order " + id);
            if (ledger.confirmed().contains(id)) {
                confirmed(id, order, delivery);
            }
        });
    }

    private void confirmed(String id, Document order, Document delivery) {
        if (!"delivered".equals(order.getString("status")) || !"delivered".equals(delivery.getString("status"))) {
            lost.add("I1 confirmation of " + id);
        }
        once(deliveryEvents.types(id), "DeliveryConfirmed", "I3 confirmation of " + id);
        once(orderEvents.types(id), "OrderStatusChanged", "I3 step of " + id);
        once(orderEvents.types(id), "OrderBillable", "I3 charge of " + id);
    }

    /** I2 the other way round. */
    private void phantoms() {
        must(customers.keySet().containsAll(customerEvents.keys()), "I2 an event without its customer");
        must(orders.keySet().containsAll(orderEvents.keys()), "I2 an event without its order");
        must(deliveries.keySet().containsAll(deliveryEvents.keys()), "I2 an event without its delivery");
        must(orders.keySet().containsAll(deliveries.keySet()), "I6 a delivery without its order");
    }

    /** I8. The customer topic alone may carry personal data. */
    private void secrets() {
        suite.stack()
                .services()
                .forEach(service -> SecretScan.mustBeClean(service.process().log()));
        Stream.of(identityEvents, orderEvents, deliveryEvents)
                .map(Published::values)
                .map(SecretScan::found)
                .forEach(broken::addAll);
    }

    private void overHttp() {
        ledger.customers().stream()
                .limit(READ_OVER_HTTP)
                .filter(id ->
                        suite.admin().get("/api/phase0-v2/customers/" + id).status() != 200)
                .forEach(id -> lost.add("I1 over HTTP, customer " + id));
        ledger.orders().keySet().stream()
                .limit(READ_OVER_HTTP)
                .filter(id -> suite.admin().get("/api/orders/" + id).status() != 200)
                .forEach(id -> lost.add("I1 over HTTP, order " + id));
    }

    private void inSequence(List<Event> events, String key) {
        var seen = events.stream().map(Event::sequence).toList();
        must(seen.equals(LongStream.rangeClosed(1, seen.size()).boxed().toList()), "I4 " + key + " has " + seen);
    }

    private void once(List<String> types, String type, String what) {
        var times = types.stream().filter(type::equals).count();
        if (times == 0) {
            lost.add(what);
        } else if (times > 1) {
            duplicated.add(what);
        }
    }

    private void must(boolean holds, String what) {
        if (!holds) {
            broken.add(what);
        }
    }

    private static String fold(List<Event> events) {
        return events.stream().reduce("pending", Audit::after, (earlier, later) -> later);
    }

    private static String after(String status, Event event) {
        return switch (event.type()) {
            case "DeliveryConfirmed", "DeliveryFailed" ->
                event.data().path("outcome").asText();
            case "DeliveryWithdrawn" -> "cancelled";
            default -> status;
        };
    }

    private static long daysApart(Document order, Document delivery) {
        return Math.abs(ChronoUnit.DAYS.between(
                LocalDate.parse(order.getString("delivery_date")),
                LocalDate.parse(delivery.getString("delivery_date"))));
    }
}
