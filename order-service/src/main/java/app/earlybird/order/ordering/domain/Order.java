package app.earlybird.order.ordering.domain;

import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Coded;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Money;
import app.earlybird.order.ordering.domain.OrderEvent.BillableLine;
import app.earlybird.order.ordering.domain.OrderEvent.OrderBillable;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCancelled;
import app.earlybird.order.ordering.domain.OrderEvent.OrderChanged;
import app.earlybird.order.ordering.domain.OrderEvent.OrderCreated;
import app.earlybird.order.ordering.domain.OrderEvent.OrderStatusChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer gets at the door on one day. */
public record Order(
        String id, Buyer buyer, Plan plan, List<OrderLine> lines, Progress progress, Origin origin, AggregateMeta meta)
        implements Aggregate {

    public static final int DAYS_AHEAD = 90;
    private static final int DAYS_LATE = 1;
    /** Where news of a delivery comes from. */
    private static final String DELIVERY = "delivery";

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
            @Nullable String notes) {

        Plan with(String boy) {
            return new Plan(deliveryDate, shift, addressId, address, boy, notes);
        }

        Plan withoutPerson() {
            return new Plan(deliveryDate, shift, addressId, "", deliveryBoyId, null);
        }
    }

    /** @param cancellation null unless it is cancelled, and in orders the monolith cancelled */
    public record Progress(
            OrderStatus status,
            @Nullable Instant deliveredAt,
            @Nullable Cancellation cancellation) {}

    /**
     * Who cancelled it, when and why.
     *
     * @param by the role, or {@link #SYSTEM}
     * @param userId null for the system
     * @param reason as it was typed; it stays in the document
     */
    public record Cancellation(
            String by,
            @Nullable String userId,
            Instant at,
            @Nullable String reason) {

        public static final String SYSTEM = "system";

        private static final String PREFIX = "cancelled by ";

        /** As events have it: without anything that was typed. */
        public String code() {
            return PREFIX + by;
        }

        /** The cancellation that the withdrawal of a delivery speaks of. */
        static Cancellation of(DeliveryFact fact) {
            var by = fact.reason().startsWith(PREFIX) ? fact.reason().substring(PREFIX.length()) : SYSTEM;
            return new Cancellation(by, null, fact.recordedAt(), null);
        }
    }

    /**
     * What it was made from, and when.
     *
     * @param subscriptionId null in a one-time order
     * @param requestDigest of the keyed request that made it
     */
    public record Origin(
            OrderType type,
            @Nullable String subscriptionId,
            Instant createdAt,
            @Nullable String requestDigest) {

        public static Origin oneTime(Instant createdAt, @Nullable String requestDigest) {
            return new Origin(OrderType.ONE_TIME, null, createdAt, requestDigest);
        }
    }

    public enum Shift implements Coded {
        MORNING,
        EVENING;

        public static Shift of(String code) {
            return Coded.of(Shift.class, code);
        }
    }

    public Order {
        lines = List.copyOf(lines);
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
        mustBeDistinct(lines);
        var progress = new Progress(OrderStatus.PENDING, null, null);
        var order = new Order(id, buyer, plan, lines, progress, origin, AggregateMeta.NEW);
        return Decision.of(order, new OrderCreated(order));
    }

    private static void mustBeDistinct(List<OrderLine> lines) {
        var seen = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (!seen.add(lines.get(i).productId())) {
                throw OrderRefused.productTwice(i);
            }
        }
    }

    /** Of orders before this day nobody can report a delivery any more. */
    public static LocalDate firstDeliverable(LocalDate today) {
        return today.minusDays(DAYS_LATE);
    }

    @Override
    public String businessKey() {
        return id;
    }

    public Money total() {
        return lines.stream().map(OrderLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Only after delivery-service has withdrawn the delivery: it decides between cancel and confirm. */
    public Decision<Order, OrderEvent> cancel(Cancellation cancellation) {
        if (progress.status() == OrderStatus.CANCELLED) {
            return cancelledAgain(cancellation);
        }
        mustBeCancellable();
        var cancelled = with(new Progress(OrderStatus.CANCELLED, null, cancellation), meta);
        return Decision.of(cancelled, new OrderCancelled(cancelled, progress.status(), cancellation.code()));
    }

    /** Takes the customer's new delivery boy; one that is on its way, or done, stays with whom it is. */
    public Decision<Order, OrderEvent> assign(String deliveryBoyId) {
        var movable = progress.status() == OrderStatus.PENDING || progress.status() == OrderStatus.NOT_DELIVERED;
        if (!movable || deliveryBoyId.equals(plan.deliveryBoyId())) {
            return Decision.unchanged(this);
        }
        var assigned = with(plan.with(deliveryBoyId));
        return Decision.of(assigned, new OrderChanged(assigned));
    }

    /** Where a customer whose data is erased was served, and what was typed, is forgotten; who it was for is a mere id. */
    public Decision<Order, OrderEvent> withoutPerson() {
        var ended = progress.cancellation();
        var wordless = ended == null ? null : new Cancellation(ended.by(), ended.userId(), ended.at(), null);
        var anonymous = with(plan.withoutPerson())
                .with(new Progress(progress.status(), progress.deliveredAt(), wordless), meta);
        return anonymous.equals(this) ? Decision.unchanged(this) : Decision.silent(anonymous);
    }

    /** The withdrawal of its delivery may have cancelled it first, which knows neither person nor reason. */
    private Decision<Order, OrderEvent> cancelledAgain(Cancellation again) {
        var first = progress.cancellation();
        if (first != null && first.userId() == null && first.by().equals(again.by()) && again.userId() != null) {
            return Decision.silent(with(new Progress(OrderStatus.CANCELLED, null, again), meta));
        }
        if (again.userId() != null
                && again.reason() != null
                && (first == null || !again.reason().equals(first.reason()))) {
            throw OrderRefused.alreadyCancelled();
        }
        return Decision.unchanged(this);
    }

    public void mustBeCancellable() {
        if (!progress.status().isOpen() && progress.status() != OrderStatus.CANCELLED) {
            throw OrderRefused.notCancellable(progress.status());
        }
    }

    /** A fact that was applied before, or that came too late, changes nothing. */
    public Decision<Order, OrderEvent> after(DeliveryFact fact) {
        if (meta.hasApplied(DELIVERY, fact.sequence()) || isLateFailure(fact)) {
            return Decision.unchanged(this);
        }
        if (fact.status() == OrderStatus.CANCELLED) {
            return cancel(Cancellation.of(fact));
        }
        if (!progress.status().isOpen()) {
            throw OrderRefused.illegalTransition(progress.status(), fact.status());
        }
        var moved = with(new Progress(fact.status(), fact.deliveredAt(), null), meta.with(DELIVERY, fact.sequence()));
        var changed = new OrderStatusChanged(moved, progress.status());
        return fact.isDelivered()
                ? Decision.of(moved, List.of(changed, moved.billable(fact)))
                : Decision.of(moved, changed);
    }

    /** A failed attempt left the order open, and it was cancelled before the event of that attempt came. */
    private boolean isLateFailure(DeliveryFact fact) {
        return progress.status() == OrderStatus.CANCELLED && fact.status() == OrderStatus.NOT_DELIVERED;
    }

    private OrderBillable billable(DeliveryFact fact) {
        var delivered = lines.stream()
                .map(line -> billable(line, fact.delivered().getOrDefault(line.productId(), BigDecimal.ZERO)))
                .filter(line -> line.deliveredQty().signum() > 0)
                .toList();
        return new OrderBillable(this, fact.deliveryId(), delivered, FIRST_REVISION);
    }

    private static BillableLine billable(OrderLine line, BigDecimal delivered) {
        return new BillableLine(line.productId(), delivered, line.unitPrice(), line.amount(delivered));
    }

    private Order with(Plan next) {
        return new Order(id, buyer, next, lines, progress, origin, meta);
    }

    private Order with(Progress next, AggregateMeta nextMeta) {
        return new Order(id, buyer, plan, lines, next, origin, nextMeta);
    }
}
