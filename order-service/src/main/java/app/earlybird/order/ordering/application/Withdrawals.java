package app.earlybird.order.ordering.application;

import io.smallrye.mutiny.Uni;

/** The delivery document, which decides between cancelling and confirming. */
public interface Withdrawals {

    /** False when the delivery is confirmed already; fails as unavailable when delivery-service does not answer. */
    Uni<Boolean> withdraw(String orderId, String customerId, String reason);
}
