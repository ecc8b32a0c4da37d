package app.earlybird.e2e;

import app.earlybird.local.http.Api;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.Suite;
import app.earlybird.local.http.Suite.DeliveryBoy;
import app.earlybird.local.http.TopicReader;
import app.earlybird.local.stack.Layout;
import app.earlybird.local.stack.Secrets;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.ServiceProcess;
import app.earlybird.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The packaged suite, started once for all journeys of this run and stopped with it. */
final class RunningSuite {

    static final Duration PATIENCE = Duration.ofSeconds(40);
    static final String OWN_PASSWORD = "chai-at-six-every-day";

    private final Stack stack;
    private final Suite suite;
    private final Api admin;
    private final DeliveryBoy boy;

    private RunningSuite() {
        stack = Stack.start(Layout.free(folder()), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        suite = new Suite(stack.layout().gatewayUrl());
        var secrets = stack.secrets();
        Poll.until(
                "the first admin",
                PATIENCE,
                () -> suite.tryLogIn(Secrets.ADMIN_EMAIL, secrets.firstAdminPassword())
                                .status()
                        == 200);
        admin = suite.logInAsAdmin(Secrets.ADMIN_EMAIL, secrets.firstAdminPassword(), secrets.ownAdminPassword());
        boy = suite.hireDeliveryBoy(admin, "Ravi");
    }

    static RunningSuite get() {
        return Holder.SUITE;
    }

    Suite people() {
        return suite;
    }

    Api admin() {
        return admin;
    }

    DeliveryBoy boy() {
        return boy;
    }

    ServiceProcess service(ServiceName name) {
        return stack.service(name);
    }

    /** A customer whose login is ready. */
    String readyCustomer(String name) {
        var id = suite.createCustomer(admin, name, boy.id()).text("id");
        awaitLogin(id);
        return id;
    }

    void awaitLogin(String customerId) {
        Poll.until(
                "login of " + customerId,
                PATIENCE,
                () -> suite.loginState(admin, customerId).equals("ready"));
    }

    Api logIn(String customerId) {
        return suite.firstLogIn(Suite.emailOf(customerId), Suite.DEFAULT_PASSWORD, OWN_PASSWORD);
    }

    void awaitOrder(Api customer, String orderId, String status) {
        Poll.until(
                "order " + status,
                PATIENCE,
                () -> suite.orderStatus(customer, orderId).equals(status));
    }

    List<ConsumerRecord<String, String>> events(String topic, String key) {
        return new TopicReader(stack.kafka().bootstrapServers())
                .read(topic, Instant.EPOCH, record -> key.equals(record.key()));
    }

    /** Stops the broker's process without ending it: nothing is acknowledged until {@link #resumeKafka}. */
    void pauseKafka() {
        signal("-STOP");
    }

    void resumeKafka() {
        signal("-CONT");
    }

    private void signal(String signal) {
        var broker = stack.kafka().process();
        if (broker == null) {
            throw new IllegalStateException("Kafka was given, and is not ours to stop");
        }
        try {
            new ProcessBuilder("kill", signal, Long.toString(broker.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
