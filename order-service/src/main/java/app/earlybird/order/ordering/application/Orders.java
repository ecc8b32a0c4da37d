package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.usecase.AggregateStore;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderEvent;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** All orders. */
public interface Orders extends AggregateStore<Order, OrderEvent> {

    /** Those of one customer that may still be delivered, from this day on. */
    Uni<List<Order>> findOpen(String customerId, LocalDate from);

    /** Newest first. */
    Uni<Page<Order>> listByCustomer(String customerId, PageRequest page);
}
