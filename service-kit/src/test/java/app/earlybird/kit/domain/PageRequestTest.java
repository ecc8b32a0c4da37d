package app.earlybird.kit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void a_full_page_names_the_next_and_the_last_names_none() {
        var request = PageRequest.of(2, null, "list", "mine");

        assertThat(Page.cut(List.of("a", "b"), request, item -> item).nextCursor())
                .isNull();
        var cut = Page.cut(List.of("a", "b", "c"), request, item -> item);
        assertThat(cut.items()).containsExactly("a", "b");
        assertThat(PageRequest.of(2, cut.nextCursor(), "list", "mine").after()).isEqualTo("b");
    }

    @Test
    void a_cursor_is_good_for_its_own_list_only() {
        var cursor = Page.cut(List.of("a", "b"), PageRequest.of(1, null, "list", "mine"), item -> item)
                .nextCursor();

        assertThatExceptionOfType(Failure.class).isThrownBy(() -> PageRequest.of(1, cursor, "list", "another's"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_page_has_between_one_and_two_hundred_items(int limit) {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> PageRequest.of(limit, null, "list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bm90IG91cnM"})
    void what_is_no_cursor_is_refused(String cursor) {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> PageRequest.of(1, cursor, "list"));
    }
}
