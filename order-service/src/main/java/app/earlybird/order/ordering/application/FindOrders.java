package app.earlybird.order.ordering.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class FindOrders {

    private final Orders orders;

    FindOrders(Orders orders) {
        this.orders = orders;
    }

    public Uni<Order> one(String id, Actor actor) {
        return orders.find(id, Sight.of(actor)).plug(orFail(OrderRefused::notFound));
    }

    /** Those of one customer, newest first. */
    public Uni<Page<Order>> listOf(String customerId, PageRequest page) {
        return orders.listOf(customerId, page);
    }
}
