package app.earlybird.delivery.confirmation.application;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Visibility;

/** Which deliveries somebody may see: all, or those assigned to one delivery boy. */
final class DeliveryVisibility {

    private DeliveryVisibility() {}

    static Visibility of(Actor actor) {
        return switch (actor.role()) {
            case Roles.DELIVERY_BOY -> assignedTo(actor.id());
            case Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING -> Visibility.ALL;
            default -> Visibility.NONE;
        };
    }

    private static Visibility assignedTo(String deliveryBoyId) {
        return Visibility.only("delivery_boy_id", deliveryBoyId);
    }
}
