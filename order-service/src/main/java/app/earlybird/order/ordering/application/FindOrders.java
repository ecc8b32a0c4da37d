package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.order.ordering.domain.Order;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

@ApplicationScoped
public class FindOrders {

    private final Orders orders;
    private final Clock clock;

    FindOrders(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Of one customer; what may not be delivered any more counts for nothing. */
    public Uni<Long> countOpen(String customerId) {
        return orders.findOpen(customerId, Order.firstDeliverable(LocalDate.now(clock)))
                .map(open -> (long) open.size());
    }

    public Uni<Order> findById(String id, Actor actor) {
        return orders.getById(id, OrderVisibility.of(actor));
    }

    /** Those of one customer, newest first. */
    public Uni<Page<Order>> listByCustomer(String customerId, PageRequest page) {
        return orders.listByCustomer(customerId, page);
    }
}
