package app.earlybird.customer.register.application;

import app.earlybird.kit.domain.Page;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users as auth-service knows them. Everything fails as unavailable when it does not answer. */
public interface Users {

    /** @param customerId whose it is there */
    record LinkedUser(String userId, String customerId) {}

    /** Fails with {@code user_not_found} or {@code user_not_linkable}; one of this customer passes. */
    Uni<Void> mustBeLinkable(String userId, String customerId);

    /** Fails with {@code delivery_boy_not_found} unless this is an active user of role delivery boy. */
    Uni<Void> mustBeDeliveryBoy(String userId);

    /** All that belong to a customer, page by page. */
    Uni<Page<LinkedUser>> listLinked(@Nullable String cursor);

    /** Those that belong to one of these customers, in no order. */
    Uni<List<LinkedUser>> findByCustomers(Collection<String> customerIds);
}
