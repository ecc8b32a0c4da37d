package app.earlybird.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.RsaJwkGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
    private static final Duration LEEWAY = Duration.ofMinutes(2);

    private final SigningKey first = key(1, NOON.minus(Duration.ofDays(30)), NOON.minus(Duration.ofDays(30)));
    private final SigningKey second = key(2, NOON, NOON.plus(TOKEN_LIFE));
    private final KeyRing ring = new KeyRing(List.of(second, first));

    @Test
    @Tag("S13")
    void a_key_is_published_before_it_signs() {
        var justBefore = second.activeFrom().minusMillis(1);

        assertThat(ring.published(NOON, TOKEN_LIFE)).containsExactly(second, first);
        assertThat(ring.current(justBefore)).isEqualTo(first);
        assertThat(ring.current(second.activeFrom())).isEqualTo(second);
    }

    @Test
    @Tag("S13")
    void a_key_is_published_as_long_as_a_token_of_it_may_live() {
        var end = second.activeFrom().plus(TOKEN_LIFE).plus(LEEWAY);

        assertThat(ring.published(end.minusMillis(1), TOKEN_LIFE)).containsExactly(second, first);
        assertThat(ring.published(end, TOKEN_LIFE)).containsExactly(second);
    }

    @Test
    void another_is_due_when_the_period_is_over_and_none_waits() {
        var period = Duration.ofDays(30);

        assertThat(new KeyRing(List.of(first)).isDue(NOON.minusMillis(1), period))
                .isFalse();
        assertThat(new KeyRing(List.of(first)).isDue(NOON, period)).isTrue();
        assertThat(ring.isDue(NOON, period)).isFalse();
        assertThat(ring.isDue(NOON.plus(period), period)).isTrue();
    }

    @Test
    void the_very_first_key_signs_at_once() {
        var early = key(1, NOON, NOON.plus(TOKEN_LIFE));

        assertThat(new KeyRing(List.of(early)).current(NOON)).isEqualTo(early);
    }

    private static SigningKey key(int number, Instant created, Instant activeFrom) {
        try {
            return new SigningKey(RsaJwkGenerator.generateJwk(2048), number, created, activeFrom);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
