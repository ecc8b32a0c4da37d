package app.earlybird.order.ordering.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.kit.usecase.Retrying;
import app.earlybird.order.ordering.domain.DeliveryFact;
import app.earlybird.order.ordering.domain.OrderRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What happened at the door moves the order. */
@ApplicationScoped
public class ApplyDelivery {

    private final Orders orders;

    ApplyDelivery(Orders orders) {
        this.orders = orders;
    }

    /** True when it changed the order, false when this or something newer was applied before. */
    public Uni<Boolean> handle(String orderId, DeliveryFact fact) {
        return Retrying.whileStale(() -> orders.find(orderId, Sight.EVERYTHING)
                .plug(orFail(OrderRefused::notFound))
                .map(order -> order.after(fact))
                .call(orders::store)
                .map(decided -> !decided.isUnchanged()));
    }
}
