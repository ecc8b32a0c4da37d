package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.domain.OrderPlan;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** order-service itself, for an order no event has told of yet. */
public interface OrderDirectory {

    /** An order as it stands, and the newest of its events that is part of it. */
    record KnownOrder(OrderPlan plan, boolean cancelled, long sequence) {}

    /** Null when there is no such order; fails as unavailable when it does not answer in time. */
    Uni<@Nullable KnownOrder> ask(String orderId);
}
