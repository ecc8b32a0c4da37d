package app.earlybird.delivery.confirmation.adapter.rest;

import app.earlybird.delivery.confirmation.domain.Attempt;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.OrderPlan;
import app.earlybird.delivery.confirmation.domain.ReportedBy;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Staff;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery as it is stored; its status may differ from what was reported. */
record DeliveryBody(
        String id,
        String orderId,
        String customerId,
        @Nullable LocalDate deliveryDate,
        String shift,
        @Nullable String deliveryBoyId,
        String status,
        List<Item> items,
        int attempts,
        @Nullable String failureReason,
        @Nullable Instant deliveredAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedByUserId,
        @Nullable String confirmedByName,
        @Nullable String confirmationMethod,
        @Nullable String notes,
        long version) {

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
                plan.shift(),
                plan.deliveryBoyId(),
                delivery.status().code(),
                plan.lines().stream().map(line -> Item.of(line, last)).toList(),
                visits.size(),
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
