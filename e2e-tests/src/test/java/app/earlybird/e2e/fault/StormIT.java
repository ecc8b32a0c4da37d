package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Audit;
import app.earlybird.e2e.audit.Published;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.e2e.audit.Stored;
import app.earlybird.e2e.load.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything published again and again, in any order. */
class StormIT {

    private static final int TIMES = 5;
    private static final Duration LOAD = Counts.of(Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final List<String> TOPICS =
            List.of(Topic.Name.CUSTOMER, Topic.Name.IDENTITY, Topic.Name.ORDER, Topic.Name.DELIVERY);

    private final RunningSuite suite = RunningSuite.get();

    @Test
    @Tag("F21")
    void each_event_published_five_times_and_shuffled_changes_nothing() throws Exception {
        var begun = Instant.now();
        var load = Load.start(suite, Counts.SEED + 4000);
        TimeUnit.MILLISECONDS.sleep(LOAD.toMillis());
        var ledger = load.settle(Duration.ofMinutes(1));
        Quiet.after(suite);
        var before = digest();
        var published = eventsSince(begun);
        publishAgain(published);
        var quiet = Quiet.after(suite);

        assertThat(digest()).as("state after the storm").isEqualTo(before);
        assertThat(TOPICS)
                .allSatisfy(
                        topic -> assertThat(Published.in(suite.topics(), topic).duplicatesOnTheWire())
                                .isPositive());
        Report.shown(
                "F21 every event published %d times more, shuffled".formatted(TIMES),
                "%d records, state unchanged; ".formatted(published.size() * TIMES) + Audit.of(suite, ledger) + "; "
                        + quiet);
    }

    private List<ConsumerRecord<String, String>> eventsSince(Instant begun) {
        var events = new ArrayList<ConsumerRecord<String, String>>();
        TOPICS.forEach(topic -> events.addAll(suite.topics()
                .read(
                        topic,
                        begun,
                        record -> record.key() != null && !record.key().startsWith("poison-"))));
        return events;
    }

    private void publishAgain(List<ConsumerRecord<String, String>> events) {
        var storm = new ArrayList<ConsumerRecord<String, String>>();
        Collections.nCopies(TIMES, events).forEach(storm::addAll);
        Collections.shuffle(storm, new Random(Counts.SEED));
        try (var producer = new TestProducer(suite)) {
            storm.forEach(event -> producer.send(event.topic(), null, event.key(), event.value(), event.headers()));
            producer.mustArrive();
        }
    }

    private String digest() {
        try (var stored = new Stored(suite.stack().mongo().uri())) {
            return stored.digest();
        }
    }
}
