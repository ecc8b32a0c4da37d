package app.earlybird.delivery.confirmation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the order says: customer, day, products, delivery boy. A report is checked against it. */
public record OrderPlan(
        String orderId,
        String customerId,
        @Nullable LocalDate deliveryDate,
        String shift,
        @Nullable String deliveryBoyId,
        List<Line> lines) {

    /** One product and how much of it was ordered. */
    public record Line(String productId, String productName, String unit, BigDecimal ordered) {}

    /** False when all that is known is that it was withdrawn. */
    boolean isKnown() {
        return deliveryDate != null;
    }

    /** An order of which nothing is known but that it was withdrawn. */
    static OrderPlan unknown(String orderId, String customerId) {
        return new OrderPlan(orderId, customerId, null, "morning", null, List.of());
    }
}
