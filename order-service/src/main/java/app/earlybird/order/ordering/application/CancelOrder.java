package app.earlybird.order.ordering.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.usecase.Retrying;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderRefused;
import app.earlybird.order.ordering.domain.OrderStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * First the delivery is withdrawn, then the order moves. Should this service die in between, DeliveryWithdrawn cancels
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

    /** A second cancel answers with what is there. */
    public Uni<Order> handle(String orderId, Actor actor) {
        var reason = "cancelled by " + actor.role();
        return find(orderId, actor)
                .invoke(Order::mustBeCancellable)
                .call(order -> withdraw(order, reason))
                .chain(() -> Retrying.whileStale(() -> cancel(orderId, actor, reason)));
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

    private Uni<Order> cancel(String orderId, Actor actor, String reason) {
        return find(orderId, actor).map(order -> order.cancel(reason)).flatMap(orders::store);
    }

    private Uni<Order> find(String orderId, Actor actor) {
        return orders.find(orderId, Sight.of(actor)).plug(orFail(OrderRefused::notFound));
    }
}
