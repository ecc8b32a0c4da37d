package app.earlybird.customer.register.domain;

import app.earlybird.kit.domain.Failure;

/** Refusals about customers. */
public final class CustomerRefused {

    private CustomerRefused() {}

    /** Missing and not yours are one answer. */
    public static Failure notFound() {
        return new Failure(Failure.Kind.NOT_FOUND, "customer_not_found", "There is no such customer");
    }
}
