package app.earlybird.local.demo;

import app.earlybird.local.http.Api;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.Suite;
import app.earlybird.local.http.Suite.DeliveryBoy;
import app.earlybird.local.http.TopicReader;
import app.earlybird.local.stack.Secrets;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The main journey over HTTP through the gateway, step by step with what each step proves. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SAMPLES = 200;
    private static final long P99_LIMIT_MILLIS = 500;
    private static final String OWN_PASSWORD = "chai-at-six-every-day";

    private final Suite suite;
    private final Secrets secrets;
    private final TopicReader topics;
    private final Steps steps;
    private final Instant begun = Instant.now();

    public Demo(String gatewayUrl, String kafka, Secrets secrets, PrintStream out) {
        this.suite = new Suite(gatewayUrl);
        this.secrets = secrets;
        this.topics = new TopicReader(kafka);
        this.steps = new Steps(out);
    }

    /** Fails at the first step that does not hold. */
    public void run() {
        var own = System.getenv().getOrDefault("EARLYBIRD_ADMIN_PASSWORD", secrets.ownAdminPassword());
        var admin = suite.logInAsAdmin(Secrets.ADMIN_EMAIL, secrets.firstAdminPassword(), own);
        steps.say("the first admin has a password of his own", "made from configuration, forced to change");
        var boy = suite.hireDeliveryBoy(admin, "Ravi");
        steps.say("a delivery boy is hired", "staff accounts, role " + boy.id().substring(0, 8) + "... delivery_boy");
        var customerId = createCustomer(admin, boy);
        var customer = logIn(customerId);
        var orderId = order(admin, customer);
        confirm(boy, customerId, orderId);
        follow(customer, orderId);
        latency(admin, boy);
        steps.end();
    }

    private String createCustomer(Api admin, DeliveryBoy boy) {
        var started = System.nanoTime();
        var customer = suite.createCustomer(admin, "Asha Rao", boy.id());
        var id = customer.text("id");
        Steps.must(!customer.text("user_id").isEmpty(), "the answer carries user_id");
        Poll.until(
                "login_state ready", PATIENCE, () -> suite.loginState(admin, id).equals("ready"));
        steps.say(
                "a customer is created, and has a login after " + millisSince(started) + " ms",
                "STEP 21 through events");
        return id;
    }

    private Api logIn(String customerId) {
        var first = suite.tryLogIn(Suite.emailOf(customerId), Suite.DEFAULT_PASSWORD);
        Steps.must(
                first.status() == 200
                        && first.body().path("password_change_required").asBoolean(),
                "first login works");
        var gate = suite.gateway().as(first.text("access_token")).get("/api/orders");
        Steps.must(gate.status() == 403 && gate.text("code").equals("password_change_required"), "orders are shut");
        steps.say("she logs in with the default password, and is refused until she changes it", gate.text("code"));
        var customer = suite.firstLogIn(Suite.emailOf(customerId), Suite.DEFAULT_PASSWORD, OWN_PASSWORD);
        var me = customer.get("/api/auth/me").mustBe(200);
        Steps.must(me.text("customer_v2_id").equals(customerId), "the account carries customer_v2_id");
        Steps.must(me.body().path("customer").path("id").asText().equals(customerId), "/auth/me shows the customer");
        steps.say(
                "with her own password the token carries customer_v2_id, and /auth/me shows the customer", customerId);
        return customer;
    }

    private String order(Api admin, Api customer) {
        var product = suite.createProduct(admin, "Toned milk", "54.00");
        var order = suite.placeOrder(customer, product.text("id"), "1.5");
        Steps.must(
                order.text("total_amount").equals("81.0")
                        || order.text("total_amount").equals("81.00"),
                "1.5 x 54 = 81");
        steps.say("she orders 1.5 l at the server's price", "81.00 rupees, " + order.text("status"));
        return order.text("id");
    }

    private void confirm(DeliveryBoy boy, String customerId, String orderId) {
        var unknown = suite.tryConfirm(boy.session(), "no-such-order", customerId);
        unknown.mustBe(400);
        Steps.must(unknown.text("code").equals("order_not_found"), "an unknown order is refused as such");
        steps.say("a delivery without a valid order is refused", "400 " + unknown.text("code"));
        var confirmed = suite.tryConfirm(boy.session(), orderId, customerId).mustBe(200);
        Steps.must(confirmed.text("status").equals("delivered"), "it is recorded as delivered");
        Steps.must(confirmed.text("confirmed_by_name").equals("Ravi"), "the confirmer's name is recorded");
        steps.say("the delivery boy confirms the order", "STEP 20: order_id " + orderId);
    }

    private void follow(Api customer, String orderId) {
        Poll.until(
                "the order is delivered",
                PATIENCE,
                () -> suite.orderStatus(customer, orderId).equals("delivered"));
        steps.say("the order is delivered", "STEP 22 through events");
        var records = topics.read("earlybird.delivery.events.v1", begun, record -> orderId.equals(record.key()));
        var types = records.stream()
                .map(record -> TopicReader.header(record, "ce_type"))
                .toList();
        Steps.must(types.equals(List.of("com.earlybird.DeliveryConfirmed.v1")), "one DeliveryConfirmed, got " + types);
        Steps.must(
                records.getFirst().value().contains("\"order_id\":\"" + orderId + "\""), "the event names the order");
        steps.say(
                "Kafka holds one DeliveryConfirmed with its order_id",
                records.getFirst().value());
    }

    private void latency(Api admin, DeliveryBoy boy) {
        var millis = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            var started = System.nanoTime();
            var id = suite.createCustomer(admin, "Sample " + i, boy.id()).text("id");
            Poll.until(
                    "login_state ready",
                    PATIENCE,
                    () -> suite.loginState(admin, id).equals("ready"));
            millis[i] = millisSince(started);
        }
        Arrays.sort(millis);
        var p99 = millis[(int) Math.ceil(SAMPLES * 0.99) - 1];
        Steps.must(p99 < P99_LIMIT_MILLIS, "p99 under " + P99_LIMIT_MILLIS + " ms, got " + p99);
        steps.say(
                SAMPLES + " customers one after the other, each from the request to login_state ready",
                "p50 " + millis[SAMPLES / 2 - 1] + " ms, p99 " + p99 + " ms");
    }

    private static long millisSince(long started) {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}
