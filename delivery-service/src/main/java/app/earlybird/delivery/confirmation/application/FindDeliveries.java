package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class FindDeliveries {

    private final Deliveries deliveries;

    FindDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** At most one: an order has one delivery. */
    public Uni<Page<Delivery>> findByOrderId(String orderId, Actor actor) {
        return deliveries
                .findById(orderId, DeliveryVisibility.of(actor))
                .map(found -> new Page<>(found == null ? List.of() : List.of(found), null));
    }

    /** Those of one customer, newest delivery date first. */
    public Uni<Page<Delivery>> listByCustomer(String customerId, PageRequest page) {
        return deliveries.listByCustomer(customerId, page);
    }
}
