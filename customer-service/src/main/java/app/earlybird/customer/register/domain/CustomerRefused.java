package app.earlybird.customer.register.domain;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Failure.FieldError;
import java.util.Collection;

/** Refusals about customers. */
public final class CustomerRefused {

    private CustomerRefused() {}

    /** Missing and not yours are one answer. */
    public static Failure notFound() {
        return new Failure(Failure.Kind.NOT_FOUND, "customer_not_found", "There is no such customer");
    }

    public static Failure notInTrial() {
        return new Failure(Failure.Kind.CONFLICT, "customer_not_in_trial", "Only a customer on trial can be confirmed");
    }

    public static Failure inactive() {
        return new Failure(Failure.Kind.CONFLICT, "customer_inactive", "The customer is deactivated");
    }

    public static Failure erased() {
        return new Failure(Failure.Kind.CONFLICT, "customer_erased", "The data of this customer is erased");
    }

    public static Failure ordersOpen() {
        return new Failure(
                Failure.Kind.CONFLICT, "orders_open", "The customer has open orders; deliver or cancel them first");
    }

    public static Failure unknownDeliveryBoy() {
        return Failure.refused(
                "delivery_boy_not_found",
                "delivery_boy_id must be an active user of role delivery_boy",
                "delivery_boy_id");
    }

    public static Failure alreadyLinked() {
        return new Failure(
                Failure.Kind.CONFLICT, "customer_already_linked", "The customer has a user; use relink to change it");
    }

    public static Failure userNotFound() {
        return new Failure(Failure.Kind.NOT_FOUND, "user_not_found", "There is no such user");
    }

    public static Failure userNotLinkable() {
        return new Failure(
                Failure.Kind.CONFLICT,
                "user_not_linkable",
                "Only an active, unlinked user of role customer can be linked");
    }

    public static Failure fieldsNotAllowed(Collection<String> fields) {
        return new Failure(
                Failure.Kind.FORBIDDEN,
                "field_not_allowed",
                "Your role may not change some of these fields",
                fields.stream()
                        .map(field -> new FieldError(field, "your role may not change this field"))
                        .toList());
    }
}
