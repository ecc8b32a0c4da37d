package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.application.OrderDirectory.KnownOrder;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Every order gets its delivery, and the delivery follows the order. */
@ApplicationScoped
public class SyncOrder {

    private final Deliveries deliveries;

    SyncOrder(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** True when it changed something, false when this or something newer was taken in before. */
    public Uni<Boolean> handle(KnownOrder order) {
        return deliveries
                .insertOrUpdate(
                        order.plan().orderId(),
                        () -> scheduled(order),
                        known -> known.follow(order.plan(), order.cancelled(), order.sequence()))
                .map(Updated::changed);
    }

    /** For an order whose events were not seen yet. A delivery that exists by now is left alone: it follows the events. */
    Uni<Void> createIfMissing(KnownOrder order) {
        return deliveries.insert(scheduled(order)).replaceWithVoid();
    }

    private static Decision<Delivery, DeliveryEvent> scheduled(KnownOrder order) {
        return Delivery.scheduled(Ids.next(), order.plan(), order.cancelled(), order.sequence());
    }
}
