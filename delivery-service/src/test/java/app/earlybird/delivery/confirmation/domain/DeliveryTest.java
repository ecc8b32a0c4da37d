package app.earlybird.delivery.confirmation.domain;

import static app.earlybird.delivery.confirmation.domain.Reports.NOW;
import static app.earlybird.delivery.confirmation.domain.Reports.TODAY;
import static app.earlybird.delivery.confirmation.domain.Reports.assignedBoy;
import static app.earlybird.delivery.confirmation.domain.Reports.attempt;
import static app.earlybird.delivery.confirmation.domain.Reports.delivered;
import static app.earlybird.delivery.confirmation.domain.Reports.notDelivered;
import static app.earlybird.delivery.confirmation.domain.Reports.refusal;
import static app.earlybird.delivery.confirmation.domain.Reports.scheduledOn;
import static app.earlybird.delivery.confirmation.domain.Reports.scheduledToday;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryConfirmed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryFailed;
import app.earlybird.delivery.confirmation.domain.ReportedBy.SharedLink;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    @Test
    void a_complete_delivery_is_confirmed_and_published_once() {
        var decided = scheduledToday().report(delivered().report(), assignedBoy(), NOW);

        assertThat(decided.state().status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(decided.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        DeliveryConfirmed.class,
                        event -> assertThat(event.attempt().reportedBy()).isEqualTo(assignedBoy()));
    }

    @Test
    @Tag("E-02")
    void an_order_of_another_customer_is_refused() {
        assertThat(refusal(
                        () -> scheduledToday().report(delivered().of("another").report(), assignedBoy(), NOW)))
                .isEqualTo("order_customer_mismatch");
    }

    @Test
    @Tag("E-05")
    void a_withdrawn_order_is_not_delivered() {
        var withdrawn = scheduledToday().withdraw("cancelled").state();

        assertThat(refusal(() -> withdrawn.report(delivered().report(), assignedBoy(), NOW)))
                .isEqualTo("order_not_deliverable");
    }

    @Test
    @Tag("D-06")
    void an_order_withdrawn_before_its_event_came_is_not_deliverable() {
        var withdrawn = Delivery.withdrawnBeforeCreation("d-1", "o-1", "c-1", "cancelled")
                .state();

        assertThat(refusal(() -> withdrawn.report(delivered().report(), assignedBoy(), NOW)))
                .isEqualTo("order_not_deliverable");
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "-1, ''", "-2, delivery_date_outside_window", "1, delivery_date_in_future"})
    void the_day_of_delivery_is_today_or_the_day_before(int days, String refusal) {
        var report = delivered().on(TODAY.plusDays(days));

        assertThat(refusal(() -> scheduledToday().report(report.report(), assignedBoy(), NOW)))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"-2, delivery_date_outside_window", "-1, ''", "1, ''", "2, delivery_date_outside_window"})
    void the_order_may_be_a_day_older_or_younger(int days, String refusal) {
        var scheduled = scheduledOn(TODAY.plusDays(days));

        assertThat(refusal(() -> scheduled.report(delivered().report(), assignedBoy(), NOW)))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @Tag("E-10")
    @ValueSource(strings = {"2026-01-27T18:40:00Z", "2026-01-27T23:50:00Z"})
    void the_milk_round_between_midnight_and_half_past_five_is_today_in_india(String utc) {
        var now = Instant.parse(utc).atZone(NOW.getZone());
        var scheduled = scheduledOn(LocalDate.of(2026, 1, 28));

        assertThat(now.toLocalTime().toString()).isIn("00:10", "05:20");
        assertThat(refusal(() -> scheduled.report(
                        delivered().on(LocalDate.of(2026, 1, 28)).report(), assignedBoy(), now)))
                .isEmpty();
    }

    @Test
    @Tag("E-07")
    void what_was_not_delivered_has_no_time_of_delivery() {
        var decided = scheduledToday().report(notDelivered().report(), assignedBoy(), NOW);

        assertThat(decided.state().attempts().getFirst().deliveredAt()).isNull();
        assertThat(decided.state().confirmation()).isEmpty();
        assertThat(decided.events()).singleElement().isInstanceOf(DeliveryFailed.class);
        assertThat(refusal(() -> scheduledToday()
                        .report(notDelivered().at(NOW.toInstant()).report(), assignedBoy(), NOW)))
                .isEqualTo("delivered_at_without_delivery");
    }

    @Test
    void what_was_not_delivered_needs_a_reason_and_may_be_tried_again() {
        var failed = scheduledToday()
                .report(notDelivered().report(), assignedBoy(), NOW)
                .state();
        var resent = failed.report(notDelivered().report(), assignedBoy(), NOW);
        var retried = failed.report(delivered().report(), assignedBoy(), NOW);

        assertThat(refusal(
                        () -> scheduledToday().report(notDelivered().without().report(), assignedBoy(), NOW)))
                .isEqualTo("validation_failed");
        assertThat(resent.changed()).isFalse();
        assertThat(retried.state().status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(retried.state().attempts()).extracting(Attempt::number).containsExactly(1, 2);
    }

    @Test
    @Tag("E-21")
    void the_id_of_an_attempt_stands_for_its_facts_and_for_no_others() {
        var failed = scheduledToday()
                .report(attempt("a-1", notDelivered()), assignedBoy(), NOW)
                .state();

        assertThat(failed.report(attempt("a-1", notDelivered()), assignedBoy(), NOW)
                        .changed())
                .isFalse();
        assertThat(refusal(() -> failed.report(attempt("a-1", delivered()), assignedBoy(), NOW)))
                .isEqualTo("attempt_id_reused");
        assertThat(failed.report(attempt("a-2", delivered()), assignedBoy(), NOW)
                        .state()
                        .status())
                .isEqualTo(DeliveryStatus.DELIVERED);
    }

    @ParameterizedTest
    @Tag("E-09")
    @CsvSource({"PT5M, ''", "PT5M1S, delivered_at_out_of_bounds", "PT-20H, ''", "PT-48H, delivered_at_out_of_bounds"})
    void the_time_of_delivery_lies_near_the_day_and_not_in_the_future(Duration fromNow, String refusal) {
        var report = delivered().at(NOW.toInstant().plus(fromNow));

        assertThat(refusal(() -> scheduledToday().report(report.report(), assignedBoy(), NOW)))
                .isEqualTo(refusal);
    }

    @Test
    @Tag("E-09")
    void the_time_of_the_server_is_kept_beside_the_reported_one() {
        var reported = NOW.toInstant().minusSeconds(600);
        var attempt = scheduledToday()
                .report(delivered().at(reported).report(), assignedBoy(), NOW)
                .state()
                .attempts()
                .getFirst();

        assertThat(attempt.deliveredAt()).isEqualTo(reported);
        assertThat(attempt.recordedAt()).isEqualTo(NOW.toInstant());
    }

    @Test
    @Tag("E-21")
    void the_same_facts_again_change_nothing_and_other_facts_are_refused() {
        var done = scheduledToday()
                .report(delivered().report(), assignedBoy(), NOW)
                .state();
        var later = NOW.plusHours(30);
        var again = done.report(delivered().at(NOW.toInstant()).report(), assignedBoy(), later);

        assertThat(again.changed()).isFalse();
        assertThat(again.state()).isEqualTo(done);
        assertThat(refusal(() -> done.report(delivered().on(TODAY.minusDays(1)).report(), assignedBoy(), NOW)))
                .isEqualTo("already_confirmed");
        assertThat(refusal(() -> done.report(notDelivered().report(), assignedBoy(), NOW)))
                .isEqualTo("already_confirmed");
    }

    @Test
    void a_confirmed_delivery_cannot_be_withdrawn() {
        var done = scheduledToday()
                .report(delivered().report(), assignedBoy(), NOW)
                .state();

        assertThat(refusal(() -> done.withdraw("cancelled"))).isEqualTo("already_confirmed");
    }

    @Test
    void an_older_event_of_the_order_changes_nothing() {
        var scheduled = scheduledToday();
        var applied = scheduled.meta().applied("order");

        assertThat(scheduled.follow(scheduled.plan(), true, applied).changed()).isFalse();
        assertThat(scheduled.follow(scheduled.plan(), true, applied + 1).state().status())
                .isEqualTo(DeliveryStatus.WITHDRAWN);
    }

    @Test
    void a_shared_link_reports_by_the_same_rules() {
        var link = new SharedLink("l-1", "device-1", new Source("203.0.113.9", "phone"));
        var decided = scheduledToday().report(delivered().report(), link, NOW);

        assertThat(decided.state().attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.reportedBy()).isEqualTo(link);
            assertThat(attempt.reportedBy().method()).isEqualTo("shared_link");
        });
    }
}
