package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.domain.OrderPlan;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** order-service itself, for an order whose events were not seen yet. */
public interface OrderDirectory {

    /** @param sequence of the newest of its events */
    record KnownOrder(OrderPlan plan, boolean cancelled, long sequence) {}

    /** Null when there is no such order; fails as unavailable when it does not answer in time. */
    Uni<@Nullable KnownOrder> findById(String orderId);
}
