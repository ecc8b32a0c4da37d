package app.earlybird.order.ordering.domain;

import java.util.Locale;

/** Where an order stands (decision 13); lower case in JSON and storage. */
public enum OrderStatus {
    PENDING,
    OUT_FOR_DELIVERY,
    DELIVERED,
    PARTIALLY_DELIVERED,
    NOT_DELIVERED,
    CANCELLED,
    SKIPPED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the monolith's spellings too: upper case, and dashes for underscores. */
    public static OrderStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Something may still happen to it at the door. */
    public boolean isOpen() {
        return this == PENDING || this == OUT_FOR_DELIVERY || this == NOT_DELIVERED;
    }
}
