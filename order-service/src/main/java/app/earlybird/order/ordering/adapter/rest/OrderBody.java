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
                    rupees(line.unitPricePaise()),
                    rupees(line.amountPaise()));
        }
    }

    static OrderBody of(Order order) {
        var plan = order.plan();
        return new OrderBody(
                order.id(),
                order.buyer().customerId(),
                order.buyer().userId(),
                "one_time",
                order.lines().stream().map(Item::of).toList(),
                rupees(order.totalPaise()),
                plan.deliveryDate(),
                plan.shift().word(),
                plan.addressId(),
                plan.address(),
                order.progress().status().word(),
                plan.deliveryBoyId(),
                plan.notes(),
                order.progress().deliveredAt(),
                order.origin().createdAt(),
                order.version());
    }

    private static BigDecimal rupees(long paise) {
        return BigDecimal.valueOf(paise, 2);
    }
}
