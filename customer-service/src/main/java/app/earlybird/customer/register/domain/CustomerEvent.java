package app.earlybird.customer.register.domain;

import org.jspecify.annotations.Nullable;

/** Something happened to a customer; what is published is always the full state after it. */
public record CustomerEvent(Kind kind, @Nullable String reason) {

    public enum Kind {
        CREATED,
        UPDATED,
        LINKED,
        UNLINKED,
        DEACTIVATED,
        REACTIVATED,
        /** Nothing is published of it but that it is gone. */
        ERASED
    }

    static CustomerEvent of(Kind kind) {
        return new CustomerEvent(kind, null);
    }
}
