package app.earlybird.order.ordering.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What delivery-service says has happened to an order.
 *
 * @param status of the order after it
 * @param delivered quantity by product
 * @param sequence of the delivery document's event: newer is higher
 */
public record DeliveryFact(
        String deliveryId,
        OrderStatus status,
        Map<String, BigDecimal> delivered,
        @Nullable Instant deliveredAt,
        String reason,
        Instant recordedAt,
        long sequence) {

    /** At least in part. */
    boolean isDelivered() {
        return status == OrderStatus.DELIVERED || status == OrderStatus.PARTIALLY_DELIVERED;
    }
}
