package app.earlybird.delivery.confirmation.domain;

import app.earlybird.kit.domain.Coded;

/** The state of a delivery; lower case in JSON and storage. */
public enum DeliveryStatus implements Coded {
    PENDING,
    DELIVERED,
    PARTIALLY_DELIVERED,
    NOT_DELIVERED,
    WITHDRAWN;

    public static DeliveryStatus of(String code) {
        return Coded.of(DeliveryStatus.class, code);
    }

    /** At least a part was delivered: only a correction changes that. */
    public boolean isDone() {
        return this == DELIVERED || this == PARTIALLY_DELIVERED;
    }
}
