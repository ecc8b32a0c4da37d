package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderEvent;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Every order once, and never a change without the events that announce it. */
public interface Orders {

    /** The order that now has this id: the given one, or the one that had it before. */
    Uni<Order> add(Decision<Order, OrderEvent> placed);

    /** Fails with StaleVersion when the order was changed since it was read. */
    Uni<Order> store(Decision<Order, OrderEvent> decided);

    /** Null when it is missing or out of the asker's sight. */
    Uni<@Nullable Order> find(String id, Sight sight);

    /** Newest first. */
    Uni<Page<Order>> listOf(String customerId, PageRequest page);
}
