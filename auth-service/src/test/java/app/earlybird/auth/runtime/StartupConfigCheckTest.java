package app.earlybird.auth.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupConfigCheckTest {

    private static final Map<String, String> PRODUCTION =
            Map.of("earlybird.auth.key-encryption-secret", "0123456789abcdef0123456789abcdef");

    @Test
    void it_starts_with_the_settings_of_production() {
        assertThat(StartupConfigCheck.faults(config(PRODUCTION), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "key-encryption-secret, too-short",
        "key-encryption-secret, 0123456789abcdef0123456789abcde",
        "bcrypt-cost, 9",
        "first-secret, default-password",
        "invite-life, 73h",
        "first-secret-life, 73h"
    })
    @Tag("A-07")
    @Tag("A-08")
    @Tag("S01")
    void it_refuses_to_start_and_says_why_without_a_value(String setting, String value) {
        var config = new HashMap<>(PRODUCTION);
        config.put("earlybird.auth." + setting, value);

        assertThat(StartupConfigCheck.faults(config(config), true))
                .isNotEmpty()
                .allSatisfy(
                        fault -> assertThat(fault).contains("earlybird.auth.").doesNotContain("0123456789"));
    }

    @Test
    @Tag("A-08")
    void it_refuses_to_start_without_a_secret() {
        assertThat(StartupConfigCheck.faults(config(Map.of()), true)).hasSize(1);
    }

    @Test
    void a_default_password_is_for_those_who_say_that_it_is_not_in_earnest() {
        var config = new HashMap<>(PRODUCTION);
        config.put("earlybird.auth.first-secret", "default-password");

        assertThat(StartupConfigCheck.faults(config(config), false)).hasSize(1);
        config.put("earlybird.auth.default-password", "earlybird2025");
        assertThat(StartupConfigCheck.faults(config(config), false)).isEmpty();
    }

    private static AuthConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(AuthConfig.class)
                .withDefaultValues(values)
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(AuthConfig.class);
    }
}
