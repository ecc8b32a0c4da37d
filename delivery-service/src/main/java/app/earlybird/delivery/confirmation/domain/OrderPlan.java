package app.earlybird.delivery.confirmation.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the order says: customer, day, products, delivery boy. A report is checked against it.
 *
 * @param placedAt null in orders placed before it was published
 */
public record OrderPlan(
        String orderId,
        String customerId,
        @Nullable LocalDate deliveryDate,
        String shift,
        @Nullable String deliveryBoyId,
        @Nullable Instant placedAt,
        List<Line> lines) {

    /**
     * One product and how much of it was ordered.
     *
     * @param unitStep the step between quantities; null in orders placed before it was kept
     */
    public record Line(
            String productId,
            String productName,
            String unit,
            @Nullable BigDecimal unitStep,
            BigDecimal ordered) {

        boolean isOfStep(BigDecimal quantity) {
            return unitStep == null
                    || unitStep.signum() <= 0
                    || quantity.remainder(unitStep).signum() == 0;
        }
    }

    /** False when all that is known is that it was withdrawn. */
    boolean isKnown() {
        return deliveryDate != null;
    }

    /** An order of which nothing is known but that it was withdrawn. */
    static OrderPlan unknown(String orderId, String customerId) {
        return new OrderPlan(orderId, customerId, null, "morning", null, null, List.of());
    }
}
