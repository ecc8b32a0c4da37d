package app.earlybird.delivery.confirmation.domain;

import static app.earlybird.delivery.confirmation.domain.DeliveryStatus.DELIVERED;
import static app.earlybird.delivery.confirmation.domain.DeliveryStatus.NOT_DELIVERED;
import static app.earlybird.delivery.confirmation.domain.DeliveryStatus.PARTIALLY_DELIVERED;
import static app.earlybird.delivery.confirmation.domain.Reports.NOW;
import static app.earlybird.delivery.confirmation.domain.Reports.assignedBoy;
import static app.earlybird.delivery.confirmation.domain.Reports.draft;
import static app.earlybird.delivery.confirmation.domain.Reports.line;
import static app.earlybird.delivery.confirmation.domain.Reports.lines;
import static app.earlybird.delivery.confirmation.domain.Reports.refusal;
import static app.earlybird.delivery.confirmation.domain.Reports.scheduledToday;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.delivery.confirmation.domain.Reports.Draft;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E-15")
class DeliveredQuantitiesTest {

    @Test
    void lines_that_make_up_the_order_are_a_full_delivery() {
        var split = lines(DELIVERED, line("milk", "0.5"), line("milk", "1.5"), line("eggs", "1"));

        assertThat(refused(split)).isEmpty();
    }

    @Test
    void less_of_a_line_is_a_part_and_its_quantities_are_kept() {
        var part = lines(PARTIALLY_DELIVERED, line("milk", "1.5"));
        var attempt = scheduledToday()
                .report(part.report(), assignedBoy(), NOW)
                .state()
                .attempts()
                .getFirst();

        assertThat(attempt.delivered().get("milk")).isEqualByComparingTo("1.5");
        assertThat(attempt.delivered().get("eggs")).isEqualByComparingTo("0");
    }

    @Test
    void two_lines_of_a_product_may_not_exceed_the_order_together() {
        assertThat(refused(lines(DELIVERED, line("milk", "2"), line("eggs", "1"))))
                .isEmpty();
        assertThat(refused(lines(DELIVERED, line("milk", "1.5"), line("milk", "1"), line("eggs", "1"))))
                .isEqualTo("quantity_exceeds_order");
    }

    @Test
    void a_product_that_was_not_ordered_is_refused() {
        assertThat(refused(lines(DELIVERED, line("butter", "1")))).isEqualTo("product_not_in_order");
    }

    @Test
    void a_claim_that_the_lines_do_not_bear_out_is_refused() {
        assertThat(refused(lines(DELIVERED, line("milk", "1")))).isEqualTo("status_contradicts_lines");
        assertThat(refused(lines(PARTIALLY_DELIVERED, line("milk", "2"), line("eggs", "1"))))
                .isEqualTo("status_contradicts_lines");
        assertThat(refused(lines(DELIVERED, line("milk", "0")))).isEqualTo("status_contradicts_lines");
    }

    @Test
    void a_part_without_lines_says_too_little() {
        assertThat(refused(draft(PARTIALLY_DELIVERED, null, null))).isEqualTo("validation_failed");
    }

    @Test
    void nothing_handed_over_is_not_delivered() {
        var nothing = new Draft(
                "c-1",
                Reports.TODAY,
                NOT_DELIVERED,
                List.of(line("milk", "0")),
                FailureReason.OUT_OF_STOCK,
                null,
                null);

        assertThat(refused(nothing)).isEmpty();
    }

    private static String refused(Draft draft) {
        return refusal(() -> scheduledToday().report(draft.report(), assignedBoy(), NOW));
    }
}
