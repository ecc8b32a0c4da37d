package app.earlybird.customer.link.adapter.rest;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.kit.usecase.Versioned;
import org.jspecify.annotations.Nullable;

/** The link of a customer, by the names its customer shows. */
record LinkStateBody(
        String id,
        @Nullable String userId,
        @Nullable String requestedUserId,
        String loginState,
        @Nullable String loginConflictCode,
        long version)
        implements Versioned {

    static LinkStateBody of(Customer customer) {
        var link = customer.link();
        return new LinkStateBody(
                customer.id(),
                link.userId(),
                link.requestedUserId(),
                link.state().code(),
                link.conflictCode(),
                customer.meta().version());
    }
}
