package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.order.ordering.domain.Order;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class FindOrders {

    private final Orders orders;

    FindOrders(Orders orders) {
        this.orders = orders;
    }

    public Uni<Order> findById(String id, Actor actor) {
        return orders.getById(id, OrderVisibility.of(actor));
    }

    /** Those of one customer, newest first. */
    public Uni<Page<Order>> listByCustomer(String customerId, PageRequest page) {
        return orders.listByCustomer(customerId, page);
    }
}
