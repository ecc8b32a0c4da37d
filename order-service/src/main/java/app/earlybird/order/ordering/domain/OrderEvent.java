package app.earlybird.order.ordering.domain;

import app.earlybird.kit.domain.Money;
import java.math.BigDecimal;
import java.util.List;

/** What is published of an order; each carries the order as it is afterwards. */
public sealed interface OrderEvent {

    Order order();

    record OrderCreated(Order order) implements OrderEvent {}

    /** Something of it is different now, but not its status. */
    record OrderChanged(Order order) implements OrderEvent {}

    record OrderStatusChanged(Order order, OrderStatus from) implements OrderEvent {}

    record OrderCancelled(Order order, OrderStatus from, String reason) implements OrderEvent {}

    /** The only event that makes a charge (decision 16); one live charge per order, of its highest revision. */
    record OrderBillable(Order order, String deliveryId, List<BillableLine> lines, int revision) implements OrderEvent {

        public Money total() {
            return lines.stream().map(BillableLine::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /** What was delivered of a product, and what it costs. */
    record BillableLine(String productId, BigDecimal deliveredQty, Money unitPrice, Money amount) {}
}
