package app.earlybird.auth.session.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(5, Duration.ofSeconds(2), Duration.ofMinutes(15));
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 2", "6, 4", "9, 32", "13, 512", "14, 900", "1000000, 900"})
    @Tag("S06")
    void waits_begin_after_five_failures_and_double_up_to_a_quarter_of_an_hour(int failures, long seconds) {
        assertThat(BACKOFF.after(failures)).hasSeconds(seconds);
    }

    @Test
    @Tag("S06")
    void whoever_tries_as_soon_as_allowed_has_no_more_than_twenty_tries_in_ten_minutes() {
        var failures = Failures.none("account");
        var now = NOON;
        var tries = 0;
        while (now.isBefore(NOON.plus(Duration.ofMinutes(10)))) {
            failures = failures.another(BACKOFF, now);
            tries++;
            now = now.plus(failures.waitAt(now)).plusMillis(1);
        }

        assertThat(tries).isLessThanOrEqualTo(20);
    }

    @Test
    void a_quiet_hour_is_forgotten() {
        var failures = Failures.none("account");
        for (int i = 0; i < 6; i++) {
            failures = failures.another(BACKOFF, NOON);
        }

        assertThat(failures.another(BACKOFF, failures.forgottenAt().minusMillis(1))
                        .count())
                .isEqualTo(7);
        assertThat(failures.another(BACKOFF, failures.forgottenAt()).count()).isEqualTo(1);
    }
}
