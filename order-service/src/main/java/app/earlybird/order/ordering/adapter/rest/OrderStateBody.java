package app.earlybird.order.ordering.adapter.rest;

import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What delivery-service keeps of an order, as on the order topic.
 *
 * @param sequence of the newest event of this order
 */
record OrderStateBody(
        String orderId,
        String customerId,
        LocalDate deliveryDate,
        String shift,
        List<Line> lines,
        @Nullable String deliveryBoyId,
        String status,
        Instant placedAt,
        long sequence) {

    record Line(
            String productId,
            String productName,
            String unit,
            @Nullable BigDecimal unitStep,
            BigDecimal quantity) {

        static Line of(OrderLine line) {
            return new Line(line.productId(), line.productName(), line.unit(), line.unitStep(), line.quantity());
        }
    }

    static OrderStateBody of(Order order) {
        return new OrderStateBody(
                order.id(),
                order.buyer().customerId(),
                order.plan().deliveryDate(),
                order.plan().shift().code(),
                order.lines().stream().map(Line::of).toList(),
                order.plan().deliveryBoyId(),
                order.progress().status().code(),
                order.origin().createdAt(),
                order.meta().eventSequence());
    }
}
