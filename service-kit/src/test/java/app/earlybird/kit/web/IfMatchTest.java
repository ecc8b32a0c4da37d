package app.earlybird.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T-36")
class IfMatchTest {

    private static final AggregateMeta THIRD = new AggregateMeta(3, 1, Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", " \"3\" ", "\"2\", \"3\"", "W/\"2\",\"3\""})
    void names_the_present_version(String header) {
        assertThatCode(() -> IfMatch.optional(header).check(THIRD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"other\"", "\"\"", "\"3a\""})
    void names_another_version(String header) {
        assertThat(codeOf(header)).isEqualTo("version_conflict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "", "\"3\";\"4\"", "\"3\" \"4\""})
    void is_of_another_form(String header) {
        assertThat(codeOf(header)).isEqualTo("validation_failed");
    }

    @Test
    void may_be_missing_where_not_the_whole_is_replaced() {
        assertThatCode(() -> IfMatch.optional(null).check(THIRD)).doesNotThrowAnyException();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> IfMatch.required(null))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Failure.Kind.PRECONDITION_REQUIRED));
    }

    private static @Nullable String codeOf(String header) {
        try {
            IfMatch.required(header).check(THIRD);
            return null;
        } catch (Failure refused) {
            return refused.code();
        }
    }
}
