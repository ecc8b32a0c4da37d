package app.earlybird.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingKeysTest {

    private static final Instant NOON = Instant.parse("2026-01-28T12:00:00Z");

    private final PendingKeys pending = new PendingKeys();

    @Test
    void a_key_waits_once_with_its_first_time() {
        pending.add("a", NOON);
        pending.add("a", NOON.plusSeconds(5));

        assertThat(pending.size()).isEqualTo(1);
        assertThat(pending.oldestAge(NOON.plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_batch_is_taken_oldest_first() {
        pending.add("a", NOON);
        pending.add("b", NOON.plusSeconds(1));

        assertThat(pending.take(1)).containsOnlyKeys("a");
        assertThat(pending.take(9)).containsOnlyKeys("b");
        assertThat(pending.isEmpty()).isTrue();
    }

    @Test
    void what_comes_back_stands_behind_and_keeps_its_age() {
        pending.add("stuck", NOON);
        pending.add("fine", NOON.plusSeconds(1));
        pending.requeue(pending.take(1));

        assertThat(pending.oldestAge(NOON.plusSeconds(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(pending.take(1)).containsOnlyKeys("fine");
    }

    @Test
    void nothing_waiting_has_no_age() {
        assertThat(pending.oldestAge(NOON)).isZero();
    }
}
