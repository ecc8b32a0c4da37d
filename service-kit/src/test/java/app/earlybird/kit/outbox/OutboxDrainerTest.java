package app.earlybird.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.StoredCollection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxDrainerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<List<String>> batches = new ArrayList<>();
    private boolean brokerAway;
    private final OutboxDrainer drainer = new OutboxDrainer(StoredCollection.ORDERS, this::publish);

    @Test
    void it_ends_when_nothing_waits() {
        wait("a");
        drain();
        drain();

        assertThat(batches).containsExactly(List.of("a"));
        assertThat(drainer.pending().isEmpty()).isTrue();
    }

    @Test
    void under_load_it_takes_many_at_once() {
        IntStream.range(0, 100).forEach(i -> wait("k" + i));
        drain();

        assertThat(batches).extracting(List::size).containsExactly(32, 32, 32, 4);
    }

    @Test
    void while_the_broker_is_away_one_is_tried_per_tick_and_none_is_lost() {
        IntStream.range(0, 40).forEach(i -> wait("k" + i));
        brokerAway = true;
        drain();
        drainer.drainIfBrokerAnswers().await().atMost(PATIENCE);
        drain();

        assertThat(batches).extracting(List::size).containsExactly(32, 1);
        assertThat(drainer.pending().size()).isEqualTo(40);
    }

    @Test
    void when_it_is_back_everything_leaves() {
        IntStream.range(0, 40).forEach(i -> wait("k" + i));
        brokerAway = true;
        drain();
        brokerAway = false;
        drain();

        assertThat(drainer.pending().isEmpty()).isTrue();
        assertThat(batches.stream().flatMap(List::stream).distinct()).hasSize(40);
    }

    @Test
    void what_comes_while_it_works_is_published_after_it_and_never_beside_it() {
        var acknowledgement = new ArrayList<UniEmitter<? super Void>>();
        var slow = new OutboxDrainer(StoredCollection.ORDERS, (source, keys) -> {
            batches.add(List.copyOf(keys));
            return batches.size() > 1
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().emitter(emitter -> acknowledgement.add(emitter));
        });
        slow.pending().add("a", Instant.EPOCH);
        slow.drainIfBrokerAnswers().subscribe().with(done -> {});
        slow.pending().add("b", Instant.EPOCH);
        slow.drainIfBrokerAnswers().await().atMost(PATIENCE);
        assertThat(batches).containsExactly(List.of("a"));

        acknowledgement.getFirst().complete(null);
        assertThat(batches).containsExactly(List.of("a"), List.of("b"));
    }

    private Uni<Void> publish(StoredCollection source, Collection<String> keys) {
        batches.add(List.copyOf(keys));
        assertThat(batches).as("a drainer that does not end").hasSizeLessThan(1000);
        return brokerAway
                ? Uni.createFrom().failure(new IllegalStateException("away"))
                : Uni.createFrom().voidItem();
    }

    private void wait(String key) {
        drainer.pending().add(key, Instant.EPOCH);
    }

    private void drain() {
        drainer.drain().await().atMost(PATIENCE);
    }
}
