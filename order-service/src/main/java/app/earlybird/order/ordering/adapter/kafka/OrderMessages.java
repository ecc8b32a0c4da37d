package app.earlybird.order.ordering.adapter.kafka;

import app.earlybird.kit.events.EventMessage;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderEvent;
import app.earlybird.order.ordering.domain.OrderEvent.OrderBillable;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCancelled;
import app.earlybird.order.ordering.domain.OrderEvent.OrderChanged;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCreated;
import app.earlybird.order.ordering.domain.OrderEvent.OrderStatusChanged;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is published of an order; the contract is contracts/events, only ever add to it. Nothing personal. */
@Singleton
class OrderMessages implements EventMessages<Order, OrderEvent> {

    record Line(
            String productId,
            String productName,
            String unit,
            @Nullable BigDecimal unitStep,
            BigDecimal quantity,
            long unitPricePaise,
            long amountPaise) {}

    /** The full public state; from, to and reason where the event has them. */
    record State(
            String orderId,
            String customerId,
            @Nullable String userId,
            String orderType,
            @Nullable String subscriptionId,
            LocalDate deliveryDate,
            String shift,
            List<Line> lines,
            long totalPaise,
            @Nullable String deliveryBoyId,
            String addressId,
            String status,
            Instant placedAt,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    record BillableLine(String productId, BigDecimal deliveredQty, long unitPricePaise, long amountPaise) {}

    record Billable(
            String orderId,
            String customerId,
            String orderType,
            @Nullable String subscriptionId,
            LocalDate deliveryDate,
            YearMonth billingMonth,
            String currency,
            List<BillableLine> lines,
            long totalPaise,
            int revision,
            String deliveryId) {}

    @Override
    public EventMessage of(Order order, OrderEvent event) {
        return switch (event) {
            case OrderCreated created -> EventMessage.of("OrderCreated", order.id(), state(order, null, null));
            case OrderChanged changed -> EventMessage.of("OrderChanged", order.id(), state(order, null, null));
            case OrderStatusChanged changed ->
                EventMessage.of(
                        "OrderStatusChanged",
                        order.id(),
                        state(order, changed.from().code(), null));
            case OrderCancelled cancelled ->
                EventMessage.of(
                        "OrderCancelled",
                        order.id(),
                        state(order, cancelled.from().code(), cancelled.reason()));
            case OrderBillable billable -> EventMessage.of("OrderBillable", order.id(), billable(billable));
        };
    }

    private static State state(Order order, @Nullable String from, @Nullable String reason) {
        var plan = order.plan();
        var status = order.progress().status().code();
        return new State(
                order.id(),
                order.buyer().customerId(),
                order.buyer().userId(),
                order.origin().type().code(),
                order.origin().subscriptionId(),
                plan.deliveryDate(),
                plan.shift().code(),
                order.lines().stream()
                        .map(line -> new Line(
                                line.productId(),
                                line.productName(),
                                line.unit(),
                                line.unitStep(),
                                line.quantity(),
                                line.unitPrice().paise(),
                                line.amount().paise()))
                        .toList(),
                order.total().paise(),
                plan.deliveryBoyId(),
                plan.addressId(),
                status,
                order.origin().createdAt(),
                from,
                from == null ? null : status,
                reason);
    }

    private static Billable billable(OrderBillable event) {
        var order = event.order();
        var date = order.plan().deliveryDate();
        return new Billable(
                order.id(),
                order.buyer().customerId(),
                order.origin().type().code(),
                order.origin().subscriptionId(),
                date,
                YearMonth.from(date),
                "INR",
                event.lines().stream()
                        .map(line -> new BillableLine(
                                line.productId(),
                                line.deliveredQty(),
                                line.unitPrice().paise(),
                                line.amount().paise()))
                        .toList(),
                event.total().paise(),
                event.revision(),
                event.deliveryId());
    }
}
