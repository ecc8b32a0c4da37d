package app.earlybird.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingKeysTest {

    private static final Instant NOON = Instant.parse("2026-01-28T12:00:00Z");

    private final WaitingKeys waiting = new WaitingKeys();

    @Test
    void a_key_waits_once_with_its_first_time() {
        waiting.add("a", NOON);
        waiting.add("a", NOON.plusSeconds(5));

        assertThat(waiting.size()).isEqualTo(1);
        assertThat(waiting.oldestAge(NOON.plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_batch_is_taken_oldest_first() {
        waiting.add("a", NOON);
        waiting.add("b", NOON.plusSeconds(1));

        assertThat(waiting.take(1)).containsOnlyKeys("a");
        assertThat(waiting.take(9)).containsOnlyKeys("b");
        assertThat(waiting.isEmpty()).isTrue();
    }

    @Test
    void what_comes_back_stands_behind_and_keeps_its_age() {
        waiting.add("stuck", NOON);
        waiting.add("fine", NOON.plusSeconds(1));
        waiting.putBack(waiting.take(1));

        assertThat(waiting.oldestAge(NOON.plusSeconds(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(waiting.take(1)).containsOnlyKeys("fine");
    }

    @Test
    void nothing_waiting_has_no_age() {
        assertThat(waiting.oldestAge(NOON)).isZero();
    }
}
