package app.earlybird.order.customerview.application;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** One reference per customer, never replaced by an older one. */
public interface CustomerRefs {

    /** Null when no event of the customer was seen yet. */
    Uni<@Nullable CustomerRef> findByCustomerId(String customerId);

    /** False when the stored one is as new or newer. */
    Uni<Boolean> replaceOlder(CustomerRef ref);
}
