package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.Order.Cancellation;
import app.earlybird.order.ordering.domain.OrderRefused;
import app.earlybird.order.ordering.domain.OrderStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * First the delivery is withdrawn, then the order is cancelled. If this service dies in between, DeliveryWithdrawn cancels
 * the order; so exactly one of cancel and confirm succeeds.
 */
@ApplicationScoped
public class CancelOrder {

    private final Orders orders;
    private final Withdrawals withdrawals;
    private final Clock clock;

    CancelOrder(Orders orders, Withdrawals withdrawals, Clock clock) {
        this.orders = orders;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /** A second cancel changes nothing and answers with the order. */
    public Uni<Order> handle(String orderId, @Nullable String reason, Actor actor) {
        var cancellation = new Cancellation(actor.role(), actor.id(), Instant.now(clock), reason);
        return cancel(orderId, OrderVisibility.of(actor), cancellation);
    }

    /** Because of what became of its customer. */
    Uni<Order> bySystem(String orderId, String reason) {
        var cancellation = new Cancellation(Cancellation.SYSTEM, null, Instant.now(clock), reason);
        return cancel(orderId, Visibility.ALL, cancellation);
    }

    private Uni<Order> cancel(String orderId, Visibility who, Cancellation cancellation) {
        return orders.getById(orderId, who)
                .invoke(Order::mustBeCancellable)
                .call(order -> withdraw(order, cancellation.code()))
                .chain(() -> orders.update(orderId, who, order -> order.cancel(cancellation)))
                .map(Updated::state);
    }

    private Uni<Void> withdraw(Order order, String reason) {
        if (order.progress().status() == OrderStatus.CANCELLED) {
            return Uni.createFrom().voidItem();
        }
        return withdrawals
                .withdraw(order.id(), order.buyer().customerId(), reason)
                .invoke(withdrawn -> {
                    if (!withdrawn) {
                        throw OrderRefused.notCancellable(OrderStatus.DELIVERED);
                    }
                })
                .replaceWithVoid();
    }
}
