package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** One delivery per order, and never a change without the events that announce it. */
public interface Deliveries {

    /** Null when it is missing or out of the asker's sight. */
    Uni<@Nullable Delivery> ofOrder(String orderId, Sight sight);

    /** False when the order has a delivery already. */
    Uni<Boolean> add(Decision<Delivery, DeliveryEvent> first);

    /** Fails with StaleVersion when the delivery was changed since it was read. */
    Uni<Delivery> store(Decision<Delivery, DeliveryEvent> decided);

    /** Newest delivery date first. */
    Uni<Page<Delivery>> listOf(String customerId, PageRequest page);
}
