package app.earlybird.delivery.confirmation.adapter.rest;

import app.earlybird.delivery.confirmation.domain.Attempt;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.OrderPlan;
import app.earlybird.delivery.confirmation.domain.ReportedBy;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Staff;
import app.earlybird.kit.usecase.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is stored; its status may differ from what was reported.
 *
 * @param deliveryDate the day of the order
 * @param reportedDate the day of the last visit
 * @param history the attempts, oldest first, where one delivery is asked for by staff
 */
record DeliveryBody(
        String id,
        String orderId,
        String customerId,
        @Nullable LocalDate deliveryDate,
        @Nullable LocalDate reportedDate,
        String shift,
        @Nullable String deliveryBoyId,
        String status,
        List<Item> items,
        int attempts,
        @Nullable List<Visit> history,
        @Nullable String failureReason,
        @Nullable Instant deliveredAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedByUserId,
        @Nullable String confirmedByName,
        @Nullable String confirmationMethod,
        @Nullable String notes,
        long version)
        implements Versioned {

    /** One attempt: when, by whom, and why it was one. */
    record Visit(
            int number,
            String outcome,
            LocalDate reportedDate,
            Instant recordedAt,
            @Nullable Instant deliveredAt,
            @Nullable String failureReason,
            String method,
            @Nullable String reportedByUserId,
            @Nullable String reportedByName,
            @Nullable String notes,
            @Nullable String reason) {

        static Visit of(Attempt attempt) {
            var staff = attempt.reportedBy() instanceof Staff member ? member : null;
            var why = attempt.failureReason();
            return new Visit(
                    attempt.number(),
                    attempt.outcome().code(),
                    attempt.reportedDate(),
                    attempt.recordedAt(),
                    attempt.deliveredAt(),
                    why == null ? null : why.code(),
                    attempt.reportedBy().method(),
                    staff == null ? null : staff.userId(),
                    staff == null ? null : staff.name(),
                    attempt.notes(),
                    attempt.reason());
        }
    }

    /** @param status full, partial or none, once something was reported */
    record Item(
            String productId,
            String productName,
            String unit,
            BigDecimal orderedQty,
            @Nullable BigDecimal deliveredQty,
            @Nullable String status) {

        static Item of(OrderPlan.Line line, Optional<Attempt> last) {
            var delivered = last.map(attempt -> attempt.delivered().get(line.productId()));
            return new Item(
                    line.productId(),
                    line.productName(),
                    line.unit(),
                    line.ordered(),
                    delivered.orElse(null),
                    delivered.map(quantity -> share(quantity, line.ordered())).orElse(null));
        }

        private static String share(BigDecimal delivered, BigDecimal ordered) {
            if (delivered.signum() == 0) {
                return "none";
            }
            return delivered.compareTo(ordered) == 0 ? "full" : "partial";
        }
    }

    static DeliveryBody of(Delivery delivery) {
        return of(delivery, null);
    }

    /** For one delivery; a list would be long. */
    static DeliveryBody withHistory(Delivery delivery) {
        return of(delivery, delivery.attempts().stream().map(Visit::of).toList());
    }

    private static DeliveryBody of(Delivery delivery, @Nullable List<Visit> history) {
        var plan = delivery.plan();
        var visits = delivery.attempts();
        var last = visits.isEmpty() ? Optional.<Attempt>empty() : Optional.of(visits.getLast());
        var done = delivery.confirmation();
        var staff =
                done.map(Attempt::reportedBy).filter(Staff.class::isInstance).map(Staff.class::cast);
        return new DeliveryBody(
                delivery.id(),
                plan.orderId(),
                plan.customerId(),
                plan.deliveryDate(),
                last.map(Attempt::reportedDate).orElse(null),
                plan.shift(),
                plan.deliveryBoyId(),
                delivery.status().code(),
                plan.lines().stream().map(line -> Item.of(line, last)).toList(),
                visits.size(),
                history,
                last.map(Attempt::failureReason).map(reason -> reason.code()).orElse(null),
                done.map(Attempt::deliveredAt).orElse(null),
                done.map(Attempt::recordedAt).orElse(null),
                staff.map(Staff::userId).orElse(null),
                staff.map(Staff::name).orElse(null),
                done.map(Attempt::reportedBy).map(ReportedBy::method).orElse(null),
                last.map(Attempt::notes).orElse(null),
                delivery.meta().version());
    }
}
