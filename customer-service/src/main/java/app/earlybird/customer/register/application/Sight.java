package app.earlybird.customer.register.application;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which customers somebody may see: all, those a member of the marketing staff brought, or only oneself. It is part of
 * every query, so that nobody can forget to ask.
 */
public record Sight(@Nullable String onlyCustomer, @Nullable String onlyOfMarketer) {

    /** For people whose route admits them to every customer. */
    public static final Sight EVERYTHING = new Sight(null, null);

    private static final String NOBODY = "";

    public static Sight of(Actor actor) {
        return switch (actor.role()) {
            case Roles.CUSTOMER -> new Sight(Objects.requireNonNullElse(actor.customerId(), NOBODY), null);
            case Roles.MARKETING_STAFF -> new Sight(null, actor.id());
            case Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING, Roles.SERVICE -> EVERYTHING;
            default -> new Sight(NOBODY, null);
        };
    }
}
