package app.earlybird.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.kit.domain.Throttled;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S19")
class BucketLimitsTest {

    private final BucketLimits limits = new BucketLimits(new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(
                    Map.of("earlybird.limits.orders", "3", "earlybird.limits.creates", "1"), "test", 100))
            .build());

    @Test
    void who_asks_too_often_waits_and_is_told_how_long() {
        for (int i = 0; i < 3; i++) {
            limits.take("orders", "asha");
        }

        assertThatExceptionOfType(Throttled.class)
                .isThrownBy(() -> limits.take("orders", "asha"))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("too_many_requests");
                    assertThat(refused.retryAfterSeconds()).isBetween(1L, 20L);
                });
    }

    @Test
    void another_caller_and_another_limit_are_not_touched() {
        limits.take("creates", "asha");

        assertThatCode(() -> limits.take("creates", "ravi")).doesNotThrowAnyException();
        assertThatCode(() -> limits.take("orders", "asha")).doesNotThrowAnyException();
    }
}
