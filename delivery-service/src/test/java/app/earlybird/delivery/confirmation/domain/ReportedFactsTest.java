package app.earlybird.delivery.confirmation.domain;

import static app.earlybird.delivery.confirmation.domain.Reports.NOW;
import static app.earlybird.delivery.confirmation.domain.Reports.PLACED;
import static app.earlybird.delivery.confirmation.domain.Reports.TODAY;
import static app.earlybird.delivery.confirmation.domain.Reports.assignedBoy;
import static app.earlybird.delivery.confirmation.domain.Reports.attempt;
import static app.earlybird.delivery.confirmation.domain.Reports.delivered;
import static app.earlybird.delivery.confirmation.domain.Reports.draft;
import static app.earlybird.delivery.confirmation.domain.Reports.line;
import static app.earlybird.delivery.confirmation.domain.Reports.lines;
import static app.earlybird.delivery.confirmation.domain.Reports.notDelivered;
import static app.earlybird.delivery.confirmation.domain.Reports.refusal;
import static app.earlybird.delivery.confirmation.domain.Reports.scheduledOn;
import static app.earlybird.delivery.confirmation.domain.Reports.scheduledToday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Failure.FieldError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a report may state: quantities, attempts, days and times. */
class ReportedFactsTest {

    @Test
    @Tag("T-50")
    void what_is_delivered_keeps_the_step_of_the_order() {
        var third = lines(DeliveryStatus.PARTIALLY_DELIVERED, line("milk", "0.333"), line("eggs", "1"));
        var half = lines(DeliveryStatus.PARTIALLY_DELIVERED, line("milk", "0.5"), line("eggs", "0.1"));

        assertThat(refusal(() -> scheduledToday().report(third.report(), assignedBoy(), NOW)))
                .isEqualTo("quantity_not_possible");
        assertThat(refusal(() -> scheduledToday().report(half.report(), assignedBoy(), NOW)))
                .isEmpty();
    }

    @Test
    @Tag("T-50")
    void a_refusal_names_the_line_a_form_can_mark() {
        var third = lines(DeliveryStatus.PARTIALLY_DELIVERED, line("eggs", "1"), line("milk", "0.333"));

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> scheduledToday().report(third.report(), assignedBoy(), NOW))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("items[1].delivered_qty"));
    }

    @Test
    @Tag("T-07")
    void the_21st_failed_attempt_is_refused_and_the_delivery_after_it_taken() {
        var delivery = scheduledToday();
        for (int i = 1; i <= 20; i++) {
            delivery = delivery.report(attempt("a-" + i, notDelivered()), assignedBoy(), NOW)
                    .state();
        }
        var tried = delivery;

        assertThat(refusal(() -> tried.report(attempt("a-21", notDelivered()), assignedBoy(), NOW)))
                .isEqualTo("too_many_failed_attempts");
        assertThat(tried.report(attempt("a-20", notDelivered()), assignedBoy(), NOW)
                        .changed())
                .isFalse();
        assertThat(tried.report(delivered().report(), assignedBoy(), NOW)
                        .state()
                        .attempts())
                .hasSize(21);
    }

    @Test
    @Tag("T-55")
    void a_reason_for_a_failure_contradicts_a_delivery() {
        var damaged = draft(DeliveryStatus.DELIVERED, null, FailureReason.DAMAGED);

        assertThat(refusal(() -> scheduledToday().report(damaged.report(), assignedBoy(), NOW)))
                .isEqualTo("validation_failed");
    }

    @Test
    @Tag("T-53")
    void nothing_is_delivered_before_it_was_ordered() {
        var early = delivered().at(PLACED.minusSeconds(301));
        var skewed = delivered().at(PLACED.minusSeconds(299));

        assertThat(refusal(() -> scheduledToday().report(early.report(), assignedBoy(), NOW)))
                .isEqualTo("delivered_at_out_of_bounds");
        assertThat(refusal(() -> scheduledToday().report(skewed.report(), assignedBoy(), NOW)))
                .isEmpty();
    }

    @Test
    @Tag("T-54")
    void the_day_of_the_order_and_the_day_of_the_visit_are_two() {
        var reported = scheduledOn(TODAY.plusDays(1))
                .report(delivered().report(), assignedBoy(), NOW)
                .state();

        assertThat(reported.plan().deliveryDate()).isEqualTo(TODAY.plusDays(1));
        assertThat(reported.attempts().getLast().reportedDate()).isEqualTo(TODAY);
    }
}
