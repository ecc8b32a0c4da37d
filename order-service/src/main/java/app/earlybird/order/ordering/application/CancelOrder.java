package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderRefused;
import app.earlybird.order.ordering.domain.OrderStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * First the delivery is withdrawn, then the order is cancelled. If this service dies in between, DeliveryWithdrawn cancels
 * the order; so exactly one of cancel and confirm succeeds.
 */
@ApplicationScoped
public class CancelOrder {

    private final Orders orders;
    private final Withdrawals withdrawals;

    CancelOrder(Orders orders, Withdrawals withdrawals) {
        this.orders = orders;
        this.withdrawals = withdrawals;
    }

    /** A second cancel changes nothing and answers with the order. */
    public Uni<Order> handle(String orderId, Actor actor) {
        var who = OrderVisibility.of(actor);
        var reason = "cancelled by " + actor.role();
        return orders.getById(orderId, who)
                .invoke(Order::mustBeCancellable)
                .call(order -> withdraw(order, reason))
                .chain(() -> orders.update(orderId, who, order -> order.cancel(reason)))
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
