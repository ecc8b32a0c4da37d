package app.earlybird.order.customerview.application;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** customer-service itself, for a customer whose events were not seen yet. */
public interface CustomerDirectory {

    /** Null when there is no such customer; fails as unavailable when it does not answer in time. */
    Uni<@Nullable CustomerRef> findById(String customerId);
}
