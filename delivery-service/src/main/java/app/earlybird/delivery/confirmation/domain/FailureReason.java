package app.earlybird.delivery.confirmation.domain;

import app.earlybird.kit.domain.Coded;

/** Why nothing was delivered. */
public enum FailureReason implements Coded {
    CUSTOMER_ABSENT,
    ADDRESS_NOT_FOUND,
    REFUSED_BY_CUSTOMER,
    DAMAGED,
    OUT_OF_STOCK,
    OTHER;

    public static FailureReason of(String code) {
        return Coded.of(FailureReason.class, code);
    }
}
