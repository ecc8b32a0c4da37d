package app.earlybird.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.kit.domain.Failure;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";

    private final IdempotencyKeys keys = new IdempotencyKeys(Optional.of(SECRET));

    @Test
    void the_same_request_has_the_same_id_and_everything_else_another() {
        var key = keys.of("k", "caller", "route", "body");

        assertThat(keys.of("k", "caller", "route", "other").id()).isEqualTo(key.id());
        assertThat(keys.of("k", "caller", "elsewhere", "body").id()).isNotEqualTo(key.id());
        assertThat(keys.of("l", "caller", "route", "body").id()).isNotEqualTo(key.id());
        assertThat(UUID.fromString(key.id()).version()).isEqualTo(8);
    }

    @Test
    @Tag("S19")
    void the_key_of_another_caller_is_another_key() {
        assertThat(keys.of("k", "a", "route", "body").id())
                .isNotEqualTo(keys.of("k", "b", "route", "body").id());
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        var first = keys.of("k", "caller", "route", "body");
        var second = keys.of("k", "caller", "route", "other");

        assertThatCode(() -> first.mustMatch(first.digest())).doesNotThrowAnyException();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> second.mustMatch(first.digest()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("idempotency_key_reused"));
    }

    @Test
    void without_a_key_every_request_is_its_own() {
        var one = keys.of(null, "caller", "route", "body");

        assertThat(one.id())
                .isNotEqualTo(keys.of(null, "caller", "route", "body").id());
        assertThatCode(() -> one.mustMatch(null)).doesNotThrowAnyException();
    }

    @Test
    @Tag("S19")
    void nobody_computes_an_id_or_guesses_a_body_without_the_secret() {
        var other = new IdempotencyKeys(Optional.of(SECRET + "!"));

        var mine = keys.of("k", "caller", "route", "body");
        var theirs = other.of("k", "caller", "route", "body");

        assertThat(theirs.id()).isNotEqualTo(mine.id());
        assertThat(theirs.digest()).isNotEqualTo(mine.digest());
    }

    @Test
    void without_a_secret_worth_the_name_no_service_starts() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> new IdempotencyKeys(Optional.empty()));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new IdempotencyKeys(Optional.of("short")))
                .withMessageNotContaining("short");
    }
}
