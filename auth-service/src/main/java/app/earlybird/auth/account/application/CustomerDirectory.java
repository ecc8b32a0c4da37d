package app.earlybird.auth.account.application;

import io.smallrye.mutiny.Uni;

/** Customers as customer-service knows them. */
public interface CustomerDirectory {

    /** Never fails: that the service is away is an answer. */
    Uni<FindAccount.CustomerView> findById(String customerId, String bearer);
}
