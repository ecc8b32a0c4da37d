package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import app.earlybird.order.ordering.domain.DeliveryFact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What happened at the door changes the order. */
@ApplicationScoped
public class ApplyDelivery {

    private final Orders orders;

    ApplyDelivery(Orders orders) {
        this.orders = orders;
    }

    /** True when it changed the order, false when this or something newer was applied before. */
    public Uni<Boolean> handle(String orderId, DeliveryFact fact) {
        return orders.update(orderId, Visibility.ALL, order -> order.after(fact))
                .map(Updated::changed);
    }
}
