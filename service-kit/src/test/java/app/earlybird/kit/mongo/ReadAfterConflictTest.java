package app.earlybird.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.kit.domain.Failure;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who lost a race reads what the winner wrote, also when a majority read shows it a little later. */
class ReadAfterConflictTest {

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void what_is_visible_at_once_is_read_once() {
        assertThat(ReadAfterConflict.of(() -> visibleAt(1)).await().indefinitely())
                .isEqualTo("the winner's");
        assertThat(reads).hasValue(1);
    }

    @Test
    void what_is_visible_a_little_later_is_waited_for() {
        assertThat(ReadAfterConflict.of(() -> visibleAt(4)).await().indefinitely())
                .isEqualTo("the winner's");
        assertThat(reads).hasValue(4);
    }

    @Test
    void what_stays_invisible_is_unavailable_after_a_second() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> ReadAfterConflict.of(() -> visibleAt(Integer.MAX_VALUE))
                        .await()
                        .indefinitely())
                .satisfies(late -> {
                    assertThat(late.kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
                    assertThat(late.code()).isEqualTo("not_visible_yet");
                });
        assertThat(reads.get()).isGreaterThan(3);
    }

    private Uni<@Nullable String> visibleAt(int read) {
        return Uni.createFrom().item(() -> reads.incrementAndGet() < read ? null : "the winner's");
    }
}
