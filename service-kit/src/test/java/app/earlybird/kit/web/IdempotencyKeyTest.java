package app.earlybird.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.kit.domain.Failure;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    @Test
    void the_same_request_has_the_same_id_and_everything_else_another() {
        var key = IdempotencyKey.of("k", "caller", "route", "body");

        assertThat(IdempotencyKey.of("k", "caller", "route", "other").id()).isEqualTo(key.id());
        assertThat(IdempotencyKey.of("k", "caller", "elsewhere", "body").id()).isNotEqualTo(key.id());
        assertThat(IdempotencyKey.of("l", "caller", "route", "body").id()).isNotEqualTo(key.id());
        assertThat(UUID.fromString(key.id()).version()).isEqualTo(8);
    }

    @Test
    @Tag("S19")
    void the_key_of_another_caller_is_another_key() {
        assertThat(IdempotencyKey.of("k", "a", "route", "body").id())
                .isNotEqualTo(IdempotencyKey.of("k", "b", "route", "body").id());
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        var first = IdempotencyKey.of("k", "caller", "route", "body");
        var second = IdempotencyKey.of("k", "caller", "route", "other");

        assertThatCode(() -> first.mustMatch(first.digest())).doesNotThrowAnyException();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> second.mustMatch(first.digest()))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("idempotency_key_reused"));
    }

    @Test
    void without_a_key_every_request_is_its_own() {
        var one = IdempotencyKey.of(null, "caller", "route", "body");

        assertThat(one.id())
                .isNotEqualTo(IdempotencyKey.of(null, "caller", "route", "body").id());
        assertThatCode(() -> one.mustMatch(null)).doesNotThrowAnyException();
    }
}
