package app.earlybird.order.ordering.adapter.rest;

import app.earlybird.kit.usecase.Versioned;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.Order.Cancellation;
import app.earlybird.order.ordering.domain.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money is in rupees with two places.
 *
 * @param cancelledBy the role of who cancelled it, or {@code system}
 */
record OrderBody(
        String id,
        String customerId,
        @Nullable String userId,
        String orderType,
        @Nullable String subscriptionId,
        List<Item> items,
        BigDecimal totalAmount,
        LocalDate deliveryDate,
        String shift,
        String addressId,
        String address,
        String status,
        @Nullable String deliveryBoyId,
        @Nullable String notes,
        @Nullable Instant deliveredAt,
        @Nullable String cancelledBy,
        @Nullable String cancelledByUserId,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        Instant createdAt,
        long version)
        implements Versioned {

    record Item(
            String productId,
            String productName,
            BigDecimal quantity,
            String unit,
            BigDecimal price,
            BigDecimal total) {

        static Item of(OrderLine line) {
            return new Item(
                    line.productId(),
                    line.productName(),
                    line.quantity(),
                    line.unit(),
                    line.unitPrice().rupees(),
                    line.amount().rupees());
        }
    }

    static OrderBody of(Order order) {
        var plan = order.plan();
        var cancelled = Optional.ofNullable(order.progress().cancellation());
        return new OrderBody(
                order.id(),
                order.buyer().customerId(),
                order.buyer().userId(),
                order.origin().type().code(),
                order.origin().subscriptionId(),
                order.lines().stream().map(Item::of).toList(),
                order.total().rupees(),
                plan.deliveryDate(),
                plan.shift().code(),
                plan.addressId(),
                plan.address(),
                order.progress().status().code(),
                plan.deliveryBoyId(),
                plan.notes(),
                order.progress().deliveredAt(),
                cancelled.map(Cancellation::by).orElse(null),
                cancelled.map(Cancellation::userId).orElse(null),
                cancelled.map(Cancellation::at).orElse(null),
                cancelled.map(Cancellation::reason).orElse(null),
                order.origin().createdAt(),
                order.meta().version());
    }
}
