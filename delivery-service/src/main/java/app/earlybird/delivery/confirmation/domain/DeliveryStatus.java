package app.earlybird.delivery.confirmation.domain;

import java.util.Locale;

/** Where a delivery stands; lower case in JSON and storage. */
public enum DeliveryStatus {
    PENDING,
    DELIVERED,
    PARTIALLY_DELIVERED,
    NOT_DELIVERED,
    WITHDRAWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DeliveryStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Something was handed over: only a correction changes that. */
    public boolean isDone() {
        return this == DELIVERED || this == PARTIALLY_DELIVERED;
    }
}
