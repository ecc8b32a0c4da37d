package app.earlybird.auth.account.domain;

import java.util.Locale;

/** A login name: kept as typed, compared without case. */
public record Email(String typed) {

    private static final String CUSTOMER = "customer-%s@earlybird.local";

    /** The login identifier of a provisioned customer (decision 3). */
    public static Email ofCustomer(String customerId) {
        return new Email(CUSTOMER.formatted(customerId));
    }

    public String normalised() {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
