package app.earlybird.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.audit.Published;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.local.http.Api;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many who want the same at once. */
class RacesIT {

    private static final int AT_ONCE = 50;
    private static final int PAIRS = Counts.of(50, 1000);

    private final RunningSuite suite = RunningSuite.get();

    @Test
    @Tag("F25")
    @Tag("S19")
    void fifty_creations_with_one_key_are_one_customer_with_one_login() throws Exception {
        var key = UUID.randomUUID().toString();
        var ids = atOnce(i -> create("One of fifty", key));

        assertThat(ids).hasSize(1);
        suite.awaitLogin(ids.iterator().next());
        assertThat(suite.events(Topic.Name.CUSTOMER, ids.iterator().next())).hasSize(1);
        assertThat(suite.events(Topic.Name.IDENTITY, ids.iterator().next())).hasSize(1);
    }

    /** A family may share a phone: fifty households, each with a login of its own. */
    @Test
    @Tag("F25")
    void fifty_creations_with_fifty_keys_and_one_phone_are_fifty_logins() throws Exception {
        var ids = atOnce(i -> create("Family " + i, UUID.randomUUID().toString()));

        assertThat(ids).hasSize(AT_ONCE);
        ids.forEach(suite::awaitLogin);
        var users = new HashSet<String>();
        ids.forEach(id -> users.add(
                suite.admin().get("/api/phase0-v2/customers/" + id).mustBe(200).text("user_id")));
        assertThat(users).hasSize(AT_ONCE);
    }

    @Test
    @Tag("F27")
    @Tag("D-06")
    void of_cancel_and_confirm_exactly_one_wins() throws Exception {
        var customer = suite.readyCustomer("Race");
        var session = suite.logIn(customer);
        var product = suite.createProduct();
        var won = new HashMap<String, String>();
        try (var callers = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < PAIRS; i++) {
                var order = suite.people().placeOrder(session, product, "2").text("id");
                var cancel = callers.submit(() -> cancel(session, order));
                var confirm = callers.submit(() ->
                        suite.people().tryConfirm(suite.boy(), order, customer).status());
                assertThat(new int[] {cancel.get(), confirm.get()}).containsExactlyInAnyOrder(200, 409);
                won.put(order, cancel.get() == 200 ? "cancelled" : "delivered");
            }
        }
        Quiet.after(suite);
        check(won);
    }

    /** The order follows whoever won, and is charged only when it was delivered. */
    private void check(Map<String, String> won) {
        var orders = Published.in(suite.topics(), Topic.Name.ORDER);
        won.forEach((order, end) -> {
            var charged = orders.types(order).contains("OrderBillable");
            assertThat(orders.types(order)).contains(end.equals("cancelled") ? "OrderCancelled" : "OrderBillable");
            assertThat(charged).isEqualTo(end.equals("delivered"));
            assertThat(suite.orderStatus(order)).isEqualTo(end);
        });
        var cancelled = won.values().stream().filter("cancelled"::equals).count();
        Report.shown(
                "F27 %d times confirm against cancel".formatted(PAIRS),
                "one winner each: %d cancelled, %d delivered".formatted(cancelled, PAIRS - cancelled));
    }

    private static int cancel(Api session, String order) {
        return session.post("/api/orders/" + order + "/cancel", Map.of()).status();
    }

    private String create(String name, String key) {
        return suite.people()
                .tryCreateCustomer(suite.admin(), name, suite.boyId(), key)
                .mustBe(201)
                .text("id");
    }

    private static Set<String> atOnce(IntFunction<String> work) throws Exception {
        List<Callable<String>> calls = IntStream.range(0, AT_ONCE)
                .<Callable<String>>mapToObj(i -> () -> work.apply(i))
                .toList();
        var answers = new HashSet<String>();
        try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
