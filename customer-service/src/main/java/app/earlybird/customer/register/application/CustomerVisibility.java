package app.earlybird.customer.register.application;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Visibility;

/** Which customers somebody may see: all, those a member of the marketing staff brought, or only oneself. */
public final class CustomerVisibility {

    private CustomerVisibility() {}

    public static Visibility of(Actor actor) {
        return switch (actor.role()) {
            case Roles.CUSTOMER -> Visibility.only("id", actor.customerId());
            case Roles.MARKETING_STAFF -> Visibility.only("marketing_boy_id", actor.id());
            case Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING, Roles.SERVICE -> Visibility.ALL;
            default -> Visibility.NONE;
        };
    }
}
