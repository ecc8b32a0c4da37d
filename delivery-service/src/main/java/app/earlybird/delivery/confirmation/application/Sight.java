package app.earlybird.delivery.confirmation.application;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import org.jspecify.annotations.Nullable;

/** Which deliveries somebody may see: all, or those one delivery boy is to bring. */
public record Sight(@Nullable String onlyOfBoy) {

    /** For the rules themselves, which decide who may do what. */
    public static final Sight EVERYTHING = new Sight(null);

    private static final String NOBODY = "";

    public static Sight of(Actor actor) {
        return switch (actor.role()) {
            case Roles.DELIVERY_BOY -> new Sight(actor.id());
            case Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING -> EVERYTHING;
            default -> new Sight(NOBODY);
        };
    }
}
