package app.earlybird.order.ordering.application;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Visibility;
import org.jspecify.annotations.Nullable;

/** Which orders somebody may see: all, those of one customer, or those assigned to one delivery boy. */
final class OrderVisibility {

    private OrderVisibility() {}

    static Visibility of(Actor actor) {
        return switch (actor.role()) {
            case Roles.CUSTOMER -> ofCustomer(actor.customerId());
            case Roles.DELIVERY_BOY -> assignedTo(actor.id());
            case Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING, Roles.SERVICE -> Visibility.ALL;
            default -> Visibility.NONE;
        };
    }

    static Visibility ofCustomer(@Nullable String customerId) {
        return Visibility.only("customer_id", customerId);
    }

    private static Visibility assignedTo(String deliveryBoyId) {
        return Visibility.only("delivery_boy_id", deliveryBoyId);
    }
}
