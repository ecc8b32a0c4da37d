package app.earlybird.delivery.confirmation.domain;

import java.util.Locale;

/** Why nothing was handed over. */
public enum FailureReason {
    CUSTOMER_ABSENT,
    ADDRESS_NOT_FOUND,
    REFUSED_BY_CUSTOMER,
    DAMAGED,
    OUT_OF_STOCK,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FailureReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
