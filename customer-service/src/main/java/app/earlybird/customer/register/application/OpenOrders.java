package app.earlybird.customer.register.application;

import io.smallrye.mutiny.Uni;

/** Orders that may still be delivered, as order-service knows them. */
public interface OpenOrders {

    /** Of one customer; fails as unavailable when order-service does not answer. */
    Uni<Long> count(String customerId);
}
