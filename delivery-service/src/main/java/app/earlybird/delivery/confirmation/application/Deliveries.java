package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.usecase.AggregateStore;
import io.smallrye.mutiny.Uni;

/** All deliveries, one per order; the id by which they are found is the order's. */
public interface Deliveries extends AggregateStore<Delivery, DeliveryEvent> {

    /** Newest delivery date first. */
    Uni<Page<Delivery>> listByCustomer(String customerId, PageRequest page);
}
