package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.usecase.AggregateStore;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderEvent;
import io.smallrye.mutiny.Uni;

/** All orders. */
public interface Orders extends AggregateStore<Order, OrderEvent> {

    /** Newest first. */
    Uni<Page<Order>> listByCustomer(String customerId, PageRequest page);
}
