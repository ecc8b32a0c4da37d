package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.local.http.Api;
import app.earlybird.local.http.Api.Answer;
import app.earlybird.local.http.Poll;
import app.earlybird.local.stack.ServiceName;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The life of the link between customers and users, with both services killed under it. */
class IdentityIT {

    private static final int AT_ONCE = 50;
    private static final int PAIRS = Counts.of(12, 250);
    private static final int KILLS = Counts.of(3, 20);
    private static final int WORKERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<ServiceName> KILLED = List.of(ServiceName.AUTH, ServiceName.CUSTOMER);

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    private record Pair(String one, String other, String userOfOne, String userOfOther) {}

    @Test
    @Tag("B-04")
    @Tag("S28")
    void fifty_links_of_one_user_to_fifty_customers_are_one_link() throws Exception {
        var owner = suite.readyCustomer("Owner");
        var user = userOf(owner);
        var customers = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> suite.readyCustomer("Wanting " + i))
                .toList();
        customers.forEach(this::unlink);
        unlink(owner);
        Poll.until("the user is free", PATIENCE, () -> customerOf(user).isEmpty());

        var answers = linkAtOnce(customers, user);
        Quiet.after(suite);

        // 503 is for those who did not learn in time whether the user is free.
        assertThat(answers).containsAnyOf(200).allMatch(List.of(200, 409, 503)::contains);
        var linked = customers.stream()
                .filter(customer -> user.equals(userOf(customer)))
                .toList();
        assertThat(linked).hasSize(1);
        assertThat(customerOf(user)).isEqualTo(linked.getFirst());
        // Who was refused at once stays unlinked; who was refused by event is a conflict.
        assertThat(customers.stream().map(customer -> suite.people().loginState(suite.admin(), customer)))
                .isSubsetOf("ready", "conflict", "unlinked")
                .containsOnlyOnce("ready");
    }

    @Test
    @Tag("B-01")
    @Tag("B-05")
    @Tag("F01")
    void links_change_hands_while_both_services_are_killed_and_both_sides_agree_in_the_end() throws Exception {
        var random = new Random(Counts.SEED);
        var pairs = changeHandsWhileKilled(random);
        var quiet = Quiet.after(suite);

        pairs.forEach(this::mustBeSwapped);
        var repaired = suite.admin()
                .post("/api/phase0-v2/link-conflicts/repair", Map.of())
                .mustBe(200);
        assertThat(repaired.body().path("republished")).isEmpty();
        assertThat(repaired.body().path("orphaned_users")).isEmpty();
        Report.shown(
                "B-05 %d kill -9 of auth-service and customer-service while links change hands".formatted(KILLS),
                "%d customers created, unlinked, linked and relinked; each has one login, both sides agree, no orphan; %s"
                        .formatted(2 * PAIRS, quiet));
    }

    private List<Integer> linkAtOnce(List<String> customers, String user) throws Exception {
        var answers = new ArrayList<Integer>();
        try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            var links = customers.stream()
                    .map(customer ->
                            callers.submit(() -> link(customer, "link", user).status()))
                    .toList();
            for (var link : links) {
                answers.add(link.get());
            }
        }
        return answers;
    }

    private List<Pair> changeHandsWhileKilled(Random random) throws Exception {
        var pairs = new ArrayList<Pair>();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var work = new ArrayList<Future<Pair>>();
            for (int i = 0; i < PAIRS; i++) {
                work.add(workers.submit(this::changeHands));
            }
            for (int i = 0; i < KILLS; i++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2000));
                var services = suite.instances(KILLED.get(random.nextInt(KILLED.size())));
                faults.killAndRestart(services.get(random.nextInt(services.size())));
            }
            for (var pair : work) {
                pairs.add(pair.get());
            }
        }
        return pairs;
    }

    /** Two customers end with each other's user, after their own was taken and given back. */
    private Pair changeHands() {
        var one = created();
        var other = created();
        var pair = new Pair(one, other, userOf(one), userOf(other));
        unlink(one);
        unlink(other);
        linked(one, "link", pair.userOfOne());
        linked(other, "link", pair.userOfOther());
        unlink(other);
        linked(one, "relink", pair.userOfOther());
        linked(other, "link", pair.userOfOne());
        return pair;
    }

    private void mustBeSwapped(Pair pair) {
        assertThat(userOf(pair.one())).isEqualTo(pair.userOfOther());
        assertThat(userOf(pair.other())).isEqualTo(pair.userOfOne());
        assertThat(customerOf(pair.userOfOther())).isEqualTo(pair.one());
        assertThat(customerOf(pair.userOfOne())).isEqualTo(pair.other());
        assertThat(new HashSet<>(List.of(pair.userOfOne(), pair.userOfOther()))).hasSize(2);
    }

    private String created() {
        var key = UUID.randomUUID().toString();
        var id = until(201, () -> suite.people().tryCreateCustomer(suite.admin(), "Rao", suite.boyId(), key))
                .text("id");
        awaitState(id, "ready");
        return id;
    }

    private void unlink(String customer) {
        until(
                200,
                () -> suite.admin()
                        .post("/api/phase0-v2/customers/" + customer + "/unlink", Map.of("reason", "Changes hands")));
    }

    /** The user may not be free yet for auth-service: then it is asked again. */
    private void linked(String customer, String how, String user) {
        until(200, () -> link(customer, how, user));
        awaitState(customer, "ready");
    }

    private Answer link(String customer, String how, String user) {
        return suite.admin()
                .post(
                        "/api/phase0-v2/customers/" + customer + "/" + how,
                        Map.of("user_id", user, "reason", "Changes hands"));
    }

    private void awaitState(String customer, String state) {
        Poll.until(
                customer + " " + state,
                PATIENCE,
                () -> suite.admin()
                        .get("/api/phase0-v2/customers/" + customer)
                        .text("login_state")
                        .equals(state));
    }

    /** As a client does whose request was cut off: the same once more. */
    private static Answer until(int status, Supplier<Answer> request) {
        var answers = new ArrayList<Answer>();
        Poll.until("an answer " + status, PATIENCE, () -> {
            answers.add(tried(request));
            return answers.getLast().status() == status;
        });
        return answers.getLast();
    }

    private static Answer tried(Supplier<Answer> request) {
        try {
            return request.get();
        } catch (UncheckedIOException cutOff) {
            return Answer.NONE;
        }
    }

    private String userOf(String customer) {
        return answered(suite.admin(), "/api/phase0-v2/customers/" + customer).text("user_id");
    }

    private String customerOf(String user) {
        return answered(suite.admin(), "/api/admin/users/" + user).text("customer_v2_id");
    }

    private static Answer answered(Api api, String path) {
        return until(200, () -> api.get(path));
    }
}
