package app.earlybird.kit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.kit.domain.Page;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void every_page_is_read_once_and_in_order() {
        assertThat(numbers(3)).containsExactly(0, 1, 2);
        assertThat(numbers(1)).containsExactly(0);
    }

    @Test
    void twenty_thousand_pages_need_no_deeper_stack_than_two() {
        assertThat(numbers(20_000)).hasSize(20_000).endsWith(19_999);
    }

    @Test
    void a_page_that_cannot_be_read_ends_the_list() {
        var pages = Pages.<Integer>all(cursor -> cursor == null
                ? Uni.createFrom().item(new Page<>(List.of(0), "1"))
                : Uni.createFrom().failure(new IllegalStateException("away")));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> pages.collect().asList().await().atMost(PATIENCE));
    }

    private static List<Integer> numbers(int pages) {
        return Pages.all(cursor -> page(cursor, pages))
                .onItem()
                .transformToIterable(Page::items)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
    }

    /** Answered at once, so that a nested chain would grow on one stack. */
    private static Uni<Page<Integer>> page(@Nullable String cursor, int pages) {
        var number = cursor == null ? 0 : Integer.parseInt(cursor);
        var next = number + 1 < pages ? Integer.toString(number + 1) : null;
        return Uni.createFrom().item(new Page<>(List.of(number), next));
    }
}
