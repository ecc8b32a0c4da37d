package app.earlybird.order.ordering.adapter.mongo;

import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderEvent;
import app.earlybird.order.ordering.domain.OrderEvent.OrderBillable;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCancelled;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCreated;
import app.earlybird.order.ordering.domain.OrderEvent.OrderStatusChanged;
import app.earlybird.order.ordering.domain.OrderLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is published of an order; the contract is contracts/events, only ever add to it. Nothing personal. */
final class OrderMessages {

    record Line(
            String productId,
            String productName,
            String unit,
            BigDecimal quantity,
            long unitPricePaise,
            long amountPaise) {}

    /** The full public state; from, to and reason where the event has them. */
    record State(
            String orderId,
            String customerId,
            @Nullable String userId,
            String orderType,
            LocalDate deliveryDate,
            String shift,
            List<Line> lines,
            long totalPaise,
            @Nullable String deliveryBoyId,
            String addressId,
            String status,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    record Billable(
            String orderId,
            String customerId,
            String orderType,
            LocalDate deliveryDate,
            YearMonth billingMonth,
            String currency,
            List<OrderEvent.BillableLine> lines,
            long totalPaise,
            int revision,
            String deliveryId) {}

    private OrderMessages() {}

    static String nameOf(OrderEvent event) {
        return switch (event) {
            case OrderCreated created -> "OrderCreated";
            case OrderStatusChanged changed -> "OrderStatusChanged";
            case OrderCancelled cancelled -> "OrderCancelled";
            case OrderBillable billable -> "OrderBillable";
        };
    }

    static Object dataOf(OrderEvent event) {
        return switch (event) {
            case OrderCreated created -> state(created.order(), null, null);
            case OrderStatusChanged changed ->
                state(changed.order(), changed.from().word(), null);
            case OrderCancelled cancelled ->
                state(cancelled.order(), cancelled.from().word(), cancelled.reason());
            case OrderBillable billable -> billable(billable);
        };
    }

    private static State state(Order order, @Nullable String from, @Nullable String reason) {
        var plan = order.plan();
        var status = order.progress().status().word();
        return new State(
                order.id(),
                order.buyer().customerId(),
                order.buyer().userId(),
                "one_time",
                plan.deliveryDate(),
                plan.shift().word(),
                order.lines().stream().map(OrderMessages::line).toList(),
                order.totalPaise(),
                plan.deliveryBoyId(),
                plan.addressId(),
                status,
                from,
                from == null ? null : status,
                reason);
    }

    private static Billable billable(OrderBillable event) {
        var order = event.order();
        return new Billable(
                order.id(),
                order.buyer().customerId(),
                "one_time",
                order.plan().deliveryDate(),
                YearMonth.from(order.plan().deliveryDate()),
                "INR",
                event.lines(),
                event.totalPaise(),
                event.revision(),
                event.deliveryId());
    }

    private static Line line(OrderLine line) {
        return new Line(
                line.productId(),
                line.productName(),
                line.unit(),
                line.quantity(),
                line.unitPricePaise(),
                line.amountPaise());
    }
}
