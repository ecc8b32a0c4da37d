package app.earlybird.order.ordering.application;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which orders somebody may see: all, those of one customer, or those one delivery boy is to bring. */
public record Sight(
        @Nullable String onlyOfCustomer, @Nullable String onlyOfBoy) {

    /** For other services and this one itself. */
    public static final Sight EVERYTHING = new Sight(null, null);

    private static final String NOBODY = "";

    public static Sight of(Actor actor) {
        return switch (actor.role()) {
            case Roles.CUSTOMER -> new Sight(Objects.requireNonNullElse(actor.customerId(), NOBODY), null);
            case Roles.DELIVERY_BOY -> new Sight(null, actor.id());
            case Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING, Roles.SERVICE -> EVERYTHING;
            default -> new Sight(NOBODY, null);
        };
    }
}
