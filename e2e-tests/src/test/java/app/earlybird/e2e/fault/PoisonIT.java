package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Stored;
import app.earlybird.local.http.Api;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.TopicReader;
import app.earlybird.local.stack.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events that can never be handled, and dead letters sent back. */
class PoisonIT {

    private static final int OF_EACH = 4;
    private static final Duration NOT_DELAYED = Duration.ofSeconds(5);
    private static final Duration COMMAND = Duration.ofSeconds(40);
    private static final String DEAD = Topic.ORDER.deadLetterTopics().getFirst();

    private final RunningSuite suite = RunningSuite.get();

    @Test
    @Tag("F23")
    void twenty_poisoned_events_are_put_aside_with_a_reason_and_delay_nobody() {
        var run = "poison-" + System.nanoTime();
        try (var producer = new TestProducer(suite)) {
            for (int i = 0; i < OF_EACH; i++) {
                producer.send(Topic.Name.ORDER, null, run, "{not json", event("OrderCreated", "1"));
                producer.send(Topic.Name.ORDER, null, run, "{\"order_id\":\"only\"}", event("OrderCreated", "1"));
                producer.send(Topic.Name.ORDER, null, run, "{}", List.of());
                producer.send(Topic.Name.ORDER, null, run, "{}", event("OrderCreated", "first"));
                producer.send(Topic.Name.ORDER, null, run, null, event("OrderCreated", "1"));
                producer.send(Topic.Name.ORDER, null, run, "{}", event("OrderOfNextYear", "1"));
                producer.send(Topic.Name.CUSTOMER, null, run, null, List.of());
            }
            producer.mustArrive();
        }
        var begun = System.nanoTime();
        suite.awaitLogin(suite.createCustomer("Among poison"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(NOT_DELAYED);
        Poll.until("twenty dead letters", RunningSuite.PATIENCE, () -> dead(run).size() == 5 * OF_EACH);
        assertThat(dead(run)).allSatisfy(letter -> {
            assertThat(TopicReader.header(letter, "dead-letter-reason")).isNotEmpty();
            assertThat(TopicReader.header(letter, "dead-letter-topic")).isEqualTo(Topic.Name.ORDER);
        });
        Report.shown(
                "F23 poison", 5 * OF_EACH + " dead letters with reason, unknown types skipped, others not delayed");
    }

    /** The broker itself refuses what no consumer could read. */
    @Test
    @Tag("F23")
    void an_event_of_two_megabytes_does_not_even_arrive() {
        try (var producer = new TestProducer(suite)) {
            producer.send(Topic.Name.ORDER, null, "poison-large", "x".repeat(2_000_000), List.of());
            assertThat(refusal(producer)).isEqualTo(RecordTooLargeException.class);
        }
    }

    @Test
    @Tag("T-74")
    void what_is_larger_than_any_topic_is_cut_and_the_next_order_is_delivered() {
        var key = "poison-cut-" + System.nanoTime();
        var settings = Map.<String, Object>of("compression.type", "gzip", "max.request.size", 10_000_000);
        try (var producer = new TestProducer(suite, settings)) {
            producer.send(Topic.Name.ORDER, null, key, "x".repeat(3_000_000), List.of());
            producer.mustArrive();
        }
        var customer = suite.readyCustomer("After the large one");
        var session = suite.logIn(customer);
        mustBeDeliverable(session, NOT_DELAYED);
        Poll.until("the dead letter", RunningSuite.PATIENCE, () -> dead(key).size() == 1);
        var letter = dead(key).getFirst();
        assertThat(TopicReader.header(letter, "dead-letter-cut-from")).isEqualTo("3000000");
        assertThat(TopicReader.header(letter, "dead-letter-topic")).isEqualTo(Topic.Name.ORDER);
        assertThat(TopicReader.header(letter, "dead-letter-offset")).isNotEmpty();
        assertThat(run("events", "dlt", "redrive", "--all")).contains("is cut and is not redriven");

        new Faults(suite).putBack(ServiceName.DELIVERY);
        mustBeDeliverable(session, RunningSuite.PATIENCE);
        mustBeDeliverable(session, NOT_DELAYED);
    }

    private void mustBeDeliverable(Api session, Duration most) {
        var order =
                suite.people().placeOrder(session, suite.createProduct(), "1").text("id");
        var path = "/api/deliveries?order_id=" + order;
        Poll.until(
                "its delivery",
                most,
                () -> suite.admin().get(path).body().path("items").size() == 1);
    }

    @Test
    void a_dead_letter_that_was_overtaken_is_answered_as_superseded_when_it_is_redriven() {
        var customer = suite.readyCustomer("Redriven");
        var session = suite.logIn(customer);
        var order =
                suite.people().placeOrder(session, suite.createProduct(), "1").text("id");
        suite.people().tryConfirm(suite.boy(), order, customer).mustBe(200);
        suite.awaitOrder(session, order, "delivered");
        var created = suite.events(Topic.Name.ORDER, order).getFirst();
        giveUp(created);
        var before = digest();
        var superseded = superseded();

        assertThat(run("events", "dlt", "list")).contains("key=" + order);
        assertThat(run("events", "dlt", "redrive", "--all", "--dry-run")).contains("would be redriven");
        assertThat(run("events", "dlt", "redrive", "--all")).contains("key=" + order);
        Poll.until("superseded", RunningSuite.PATIENCE, () -> superseded() > superseded);
        assertThat(run("events", "dlt", "list")).doesNotContain("key=" + order);
        assertThat(digest()).isEqualTo(before);
        assertThat(suite.events(Topic.Name.ORDER, order).getLast().headers().lastHeader("ce_id"))
                .isEqualTo(created.headers().lastHeader("ce_id"));
    }

    /** As the connector writes a dead letter. */
    private void giveUp(ConsumerRecord<String, String> event) {
        var headers = new RecordHeaders(event.headers().toArray());
        headers.add("dead-letter-topic", event.topic().getBytes(StandardCharsets.UTF_8));
        headers.add("dead-letter-reason", "once".getBytes(StandardCharsets.UTF_8));
        try (var producer = new TestProducer(suite)) {
            producer.send(DEAD, null, event.key(), event.value(), headers);
            producer.mustArrive();
        }
    }

    /** The exact command line of an operator; returns what it printed. */
    private String run(String... arguments) {
        var child = suite.stack().operations(arguments);
        child.awaitSuccess(COMMAND);
        return read(child.log());
    }

    private double superseded() {
        return suite.instances(ServiceName.DELIVERY).stream()
                .map(service -> Api.at(service.managementUrl()).text("/q/metrics"))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("earlybird_events_consumed_total") && line.contains("SUPERSEDED"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private List<ConsumerRecord<String, String>> dead(String key) {
        return suite.topics().read(DEAD, Instant.EPOCH, record -> key.equals(record.key()));
    }

    private String digest() {
        try (var stored = new Stored(suite.stack().mongo().uri())) {
            return stored.digest();
        }
    }

    private static @Nullable Class<?> refusal(TestProducer producer) {
        try {
            producer.mustArrive();
            return null;
        } catch (IllegalStateException refused) {
            return refused.getCause() == null ? null : refused.getCause().getClass();
        }
    }

    private static List<Header> event(String name, String sequence) {
        return List.of(
                header("ce_id", "poison"),
                header("ce_type", "com.earlybird." + name + ".v1"),
                header("ce_source", "/earlybird/test"),
                header("ce_time", "2026-01-28T00:40:00Z"),
                header("ce_sequence", sequence));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
