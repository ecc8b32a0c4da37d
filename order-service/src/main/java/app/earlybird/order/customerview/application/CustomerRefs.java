package app.earlybird.order.customerview.application;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** One reference per customer, never replaced by an older one. */
public interface CustomerRefs {

    /** Null when the customer is not known here yet. */
    Uni<@Nullable CustomerRef> find(String customerId);

    /** False when what is here is as new or newer. */
    Uni<Boolean> remember(CustomerRef ref);

    /** True when there was one. */
    Uni<Boolean> forget(String customerId);
}
