package app.earlybird.e2e;

import app.earlybird.local.http.Api;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.Suite;
import app.earlybird.local.http.TopicReader;
import app.earlybird.local.stack.Contents;
import app.earlybird.local.stack.Layout;
import app.earlybird.local.stack.Secrets;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.ServiceProcess;
import app.earlybird.local.stack.Stack;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The packaged suite, started once for all journeys of this run and stopped with it. */
public final class RunningSuite {

    public static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LEGACY_CUSTOMERS = 300;
    public static final String OWN_PASSWORD = "chai-at-six-every-day";

    private final Stack stack;
    private final Suite suite;
    private final Session admin;
    private final String boyId;
    private final Session boy;

    private RunningSuite() {
        System.out.printf("Seed %d, %d instance(s) of each service%n", Counts.SEED, Counts.REPLICAS);
        stack = Stack.start(Layout.free(folder(), Counts.REPLICAS), contents(), System.out::println);
        trained();
        suite = new Suite(stack.layout().gatewayUrl());
        var secrets = stack.secrets();
        Poll.until(
                "the first admin",
                PATIENCE,
                () -> suite.tryLogIn(Secrets.ADMIN_EMAIL, secrets.firstAdminPassword())
                                .status()
                        == 200);
        var first = suite.logInAsAdmin(Secrets.ADMIN_EMAIL, secrets.firstAdminPassword(), secrets.ownAdminPassword());
        admin = new Session(first, () -> suite.logIn(Secrets.ADMIN_EMAIL, secrets.ownAdminPassword()));
        var hired = suite.hireDeliveryBoy(first, "Ravi");
        boyId = hired.id();
        boy = new Session(hired.session(), () -> suite.logIn(hired.email(), hired.password()));
    }

    private static Contents contents() {
        return Counts.ON_MONOLITH
                ? new Contents(Counts.MONOLITH, mongo -> {
                    try (var client = MongoClients.create(mongo.uri())) {
                        LegacyData.write(client.getDatabase(Counts.MONOLITH), LEGACY_CUSTOMERS, Counts.SEED);
                    }
                })
                : Contents.NONE;
    }

    public static RunningSuite get() {
        return Holder.SUITE;
    }

    public Suite people() {
        return suite;
    }

    public Stack stack() {
        return stack;
    }

    public Api admin() {
        return admin.api();
    }

    public Api boy() {
        return boy.api();
    }

    public String boyId() {
        return boyId;
    }

    public List<ServiceProcess> instances(ServiceName name) {
        return stack.services().stream()
                .filter(service -> service.name() == name)
                .toList();
    }

    public String createCustomer(String name) {
        return suite.createCustomer(admin(), name, boyId).text("id");
    }

    /** A customer whose login is ready. */
    public String readyCustomer(String name) {
        var id = createCustomer(name);
        awaitLogin(id);
        return id;
    }

    public void awaitLogin(String customerId) {
        Poll.until(
                "login of " + customerId,
                PATIENCE,
                () -> suite.loginState(admin(), customerId).equals("ready"));
    }

    public Api logIn(String customerId) {
        return suite.firstLogIn(Suite.emailOf(customerId), Suite.DEFAULT_PASSWORD, OWN_PASSWORD);
    }

    /** For load that lasts. */
    public Session sessionOf(String customerId) {
        return new Session(logIn(customerId), () -> suite.logIn(Suite.emailOf(customerId), OWN_PASSWORD));
    }

    public String createProduct() {
        return suite.createProduct(admin(), "Milk", "54").text("id");
    }

    public void awaitOrder(Api customer, String orderId, String status) {
        Poll.until(
                "order " + status,
                PATIENCE,
                () -> suite.orderStatus(customer, orderId).equals(status));
    }

    /** As an admin sees it. */
    public String orderStatus(String orderId) {
        return suite.orderStatus(admin(), orderId);
    }

    public List<ConsumerRecord<String, String>> events(String topic, String key) {
        return topics().read(topic, Instant.EPOCH, record -> key.equals(record.key()));
    }

    public TopicReader topics() {
        return new TopicReader(stack.kafka().bootstrapServers());
    }

    /** Stopped once, the services leave the archives with which they start as fast as in operation. */
    private void trained() {
        stack.services().parallelStream().forEach(ServiceProcess::stop);
        stack.services().forEach(ServiceProcess::start);
        stack.services().forEach(ServiceProcess::awaitReady);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "suite-")
                    .toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Holder {
        static final RunningSuite SUITE = new RunningSuite();
    }
}
