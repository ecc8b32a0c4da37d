package app.earlybird.order.ordering.domain;

import app.earlybird.kit.domain.Decision;
import app.earlybird.order.ordering.domain.OrderEvent.BillableLine;
import app.earlybird.order.ordering.domain.OrderEvent.OrderBillable;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCancelled;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCreated;
import app.earlybird.order.ordering.domain.OrderEvent.OrderStatusChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a customer wants at the door on one day. */
public record Order(
        String id,
        Buyer buyer,
        Plan plan,
        List<OrderLine> lines,
        Progress progress,
        Origin origin,
        long version,
        long eventSequence) {

    public static final int DAYS_AHEAD = 90;
    private static final int FIRST_REVISION = 1;

    /**
     * The customers_v2 id, never the login's (decision 8); the login is kept beside it.
     *
     * @param userId null where the customer has no login
     */
    public record Buyer(String customerId, @Nullable String userId) {}

    public record Plan(
            LocalDate deliveryDate,
            Shift shift,
            String addressId,
            String address,
            @Nullable String deliveryBoyId,
            @Nullable String notes) {}

    /** @param appliedDelivery sequence of the newest delivery event that was applied */
    public record Progress(OrderStatus status, @Nullable Instant deliveredAt, long appliedDelivery) {}

    /** When the record was made, and the digest of the keyed request that made it. */
    public record Origin(Instant createdAt, @Nullable String requestDigest) {}

    public enum Shift {
        MORNING,
        EVENING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Shift of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** @param today in the business zone */
    public static Decision<Order, OrderEvent> place(
            String id, Buyer buyer, Plan plan, List<OrderLine> lines, Origin origin, LocalDate today) {
        if (plan.deliveryDate().isBefore(today)) {
            throw OrderRefused.inThePast(today);
        }
        if (plan.deliveryDate().isAfter(today.plusDays(DAYS_AHEAD))) {
            throw OrderRefused.tooFarAhead(today.plusDays(DAYS_AHEAD));
        }
        if (lines.stream().map(OrderLine::productId).distinct().count() < lines.size()) {
            throw OrderRefused.productTwice();
        }
        var progress = new Progress(OrderStatus.PENDING, null, 0);
        var order = new Order(id, buyer, plan, List.copyOf(lines), progress, origin, 1, 1);
        return Decision.of(order, new OrderCreated(order));
    }

    public long totalPaise() {
        return lines.stream().mapToLong(OrderLine::amountPaise).sum();
    }

    /** Only after delivery-service has withdrawn the delivery: it decides between cancel and confirm. */
    public Decision<Order, OrderEvent> cancel(String reason) {
        if (progress.status() == OrderStatus.CANCELLED) {
            return Decision.unchanged(this);
        }
        mustBeCancellable();
        var cancelled = moved(new Progress(OrderStatus.CANCELLED, null, progress.appliedDelivery()));
        return Decision.of(cancelled, new OrderCancelled(cancelled, progress.status(), reason));
    }

    public void mustBeCancellable() {
        if (!progress.status().isOpen() && progress.status() != OrderStatus.CANCELLED) {
            throw OrderRefused.notCancellable(progress.status());
        }
    }

    /** What was heard before, or overtaken, changes nothing. */
    public Decision<Order, OrderEvent> after(DeliveryFact fact) {
        if (fact.sequence() <= progress.appliedDelivery() || isOvertakenByCancelling(fact)) {
            return Decision.unchanged(this);
        }
        if (fact.status() == OrderStatus.CANCELLED) {
            return cancel(fact.reason());
        }
        if (!progress.status().isOpen()) {
            throw OrderRefused.illegalTransition(progress.status(), fact.status());
        }
        var moved = moved(new Progress(fact.status(), fact.deliveredAt(), fact.sequence()));
        var changed = new OrderStatusChanged(moved, progress.status());
        return fact.handedSomethingOver()
                ? new Decision<>(moved, List.of(changed, moved.billable(fact)))
                : Decision.of(moved, changed);
    }

    /** A failed visit left the order open, and it was cancelled before word of the visit came. */
    private boolean isOvertakenByCancelling(DeliveryFact fact) {
        return progress.status() == OrderStatus.CANCELLED && fact.status() == OrderStatus.NOT_DELIVERED;
    }

    /** As it is once stored with so many events. */
    public Order stored(int events) {
        return new Order(id, buyer, plan, lines, progress, origin, version + 1, eventSequence + events);
    }

    private OrderBillable billable(DeliveryFact fact) {
        var delivered = lines.stream()
                .map(line -> billable(line, fact.delivered().getOrDefault(line.productId(), BigDecimal.ZERO)))
                .filter(line -> line.deliveredQty().signum() > 0)
                .toList();
        return new OrderBillable(this, fact.deliveryId(), delivered, FIRST_REVISION);
    }

    private static BillableLine billable(OrderLine line, BigDecimal delivered) {
        return new BillableLine(line.productId(), delivered, line.unitPricePaise(), line.amountPaise(delivered));
    }

    private Order moved(Progress next) {
        return new Order(id, buyer, plan, lines, next, origin, version, eventSequence);
    }
}
