package app.earlybird.auth.account.domain;

import java.util.Locale;

/** A login name: kept as typed, compared without case. */
public record Email(String typed) {

    private static final String RESERVED = "@earlybird.local";
    private static final String CUSTOMER = "customer-%s" + RESERVED;

    /** The login identifier of a provisioned customer (decision 3). */
    public static Email ofCustomer(String customerId) {
        return new Email(CUSTOMER.formatted(customerId));
    }

    /** In place of one that is erased. */
    public static Email erased(String accountId) {
        return new Email("erased-" + accountId + RESERVED);
    }

    /** Nobody but provisioning makes logins of this domain. */
    public boolean isReserved() {
        return normalised().endsWith(RESERVED);
    }

    public String normalised() {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
