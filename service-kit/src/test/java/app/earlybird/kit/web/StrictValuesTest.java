package app.earlybird.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.kit.domain.Failure.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictValuesTest {

    private static final ObjectMapper JSON = strict();

    /** One field of each type a body may have. */
    record Values(
            @Nullable BigDecimal number,
            @Nullable Double position,
            @Nullable LocalDate date,
            @Nullable OffsetDateTime time,
            @Nullable List<String> list) {}

    @ParameterizedTest
    @Tag("T-58")
    @CsvSource({"1e2, 100", "1E2, 100", "1.50, 1.50", "0.5, 0.5", "100, 100"})
    void a_decimal_is_plain_however_it_was_written(String written, String stored) throws JsonProcessingException {
        var read = read("{\"number\":" + written + "}");

        assertThat(String.valueOf(read.number())).isEqualTo(stored);
        assertThat(JSON.writeValueAsString(read)).contains("\"number\":" + stored);
    }

    @ParameterizedTest
    @Tag("T-37")
    @ValueSource(strings = {"1e309", "-1e309", "\"5\"", "true", "NaN"})
    void a_number_is_one_and_finite(String written) {
        mustBeRefused("{\"position\":" + written + "}");
    }

    /** What no field takes is not made longer than it came. */
    @Test
    @Tag("S20")
    void a_huge_exponent_costs_nothing() throws JsonProcessingException {
        assertThat(read("{\"number\":1e999999999}").number()).isEqualTo(new BigDecimal("1e999999999"));
    }

    @ParameterizedTest
    @Tag("T-59")
    @ValueSource(
            strings = {
                "\"+002026-11-29\"",
                "\"2026-1-29\"",
                "\"٢٠٢٦-11-29\"",
                "\"0000-01-01\"",
                "\"2026-02-30\"",
                "20261129",
                "[2026,11,29]"
            })
    void a_date_is_of_the_usual_form(String written) {
        mustBeRefused("{\"date\":" + written + "}");
    }

    @Test
    @Tag("T-53")
    void a_time_has_milliseconds_as_the_database_has() throws JsonProcessingException {
        assertThat(read("{\"time\":\"2026-01-28T01:00:00.123456Z\"}").time())
                .isEqualTo(OffsetDateTime.parse("2026-01-28T01:00:00.123Z"));
        assertThat(read("{\"time\":\"2026-01-28T01:00:00.123456+05:30\"}").time())
                .isEqualTo(OffsetDateTime.parse("2026-01-28T01:00:00.123+05:30"));
        mustBeRefused("{\"time\":\"2026-01-28 01:00:00Z\"}");
        mustBeRefused("{\"time\":\"2026-01-28T01:00:00\"}");
    }

    @Test
    @Tag("T-01")
    void what_has_more_values_than_any_body_is_not_read_on() {
        var body = "{\"list\":[" + "\"a\",".repeat(20_000) + "\"a\"]}";

        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> read(body))
                .satisfies(failure -> assertThat(FieldErrors.of(failure).code()).isEqualTo("body_too_complex"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"number\":\"a\"}|number|must be a number",
                "{\"date\":1}|date|must be a date such as 2026-11-29",
                "{\"time\":1}|time|must be a time with its zone such as 2026-11-29T05:30:00Z",
                "{\"list\":{}}|list|must be a list",
                "{\"list\":[1]}|list[0]|must be a text"
            })
    void a_refusal_names_the_field_and_its_right_form(String body, String field, String message) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> read(body))
                .satisfies(failure ->
                        assertThat(FieldErrors.of(failure).errors()).containsExactly(new FieldError(field, message)));
    }

    @Test
    @Tag("T-01")
    void what_a_client_made_up_is_not_sent_back_at_any_length() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> read("{\"" + "x".repeat(50_000) + "\":1}"))
                .satisfies(failure -> assertThat(FieldErrors.of(failure).errors())
                        .allSatisfy(error -> assertThat(error.field()).hasSizeLessThan(200)));
    }

    private static void mustBeRefused(String body) {
        assertThatExceptionOfType(JsonProcessingException.class).as(body).isThrownBy(() -> read(body));
    }

    private static Values read(String body) throws JsonProcessingException {
        return JSON.readValue(body, Values.class);
    }

    private static ObjectMapper strict() {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(json);
        return json;
    }
}
