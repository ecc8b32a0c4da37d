package app.earlybird.order.ordering.adapter.rest;

import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money in rupees with two places. */
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
        Instant createdAt,
        long version) {

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
                order.origin().createdAt(),
                order.meta().version());
    }
}
