package app.earlybird.order.ordering.domain;

import java.math.BigDecimal;
import java.util.List;

/** What is announced of an order; each carries the order as it is afterwards. */
public sealed interface OrderEvent {

    Order order();

    record OrderCreated(Order order) implements OrderEvent {}

    record OrderStatusChanged(Order order, OrderStatus from) implements OrderEvent {}

    record OrderCancelled(Order order, OrderStatus from, String reason) implements OrderEvent {}

    /** The only event that makes a charge (decision 16); one live charge per order, of its highest revision. */
    record OrderBillable(Order order, String deliveryId, List<BillableLine> lines, int revision) implements OrderEvent {

        public long totalPaise() {
            return lines.stream().mapToLong(BillableLine::amountPaise).sum();
        }
    }

    /** What was handed over, and what it costs. */
    record BillableLine(String productId, BigDecimal deliveredQty, long unitPricePaise, long amountPaise) {}
}
