package app.earlybird.kit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @Tag("D-03")
    @CsvSource({"1.5, 8150", "0.5, 2717", "0.333, 1809", "0, 0", "2, 10866"})
    void a_quantity_costs_its_price_rounded_half_up_to_the_paisa(BigDecimal quantity, long paise) {
        assertThat(new Money(5433).times(quantity)).isEqualTo(new Money(paise));
    }

    @Test
    void rupees_are_shown_with_two_places_and_taken_with_at_most_two() {
        assertThat(new Money(5400).rupees()).isEqualTo(new BigDecimal("54.00"));
        assertThat(Money.ofRupees(new BigDecimal("54"))).isEqualTo(new Money(5400));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofRupees(new BigDecimal("0.001")));
    }

    @Test
    void a_sum_that_no_account_can_hold_is_refused() {
        assertThat(new Money(1).plus(new Money(2))).isEqualTo(new Money(3));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)));
    }
}
