package app.earlybird.order.ordering.domain;

import app.earlybird.kit.domain.Coded;

/** The state of an order (decision 13); lower case in JSON and storage. */
public enum OrderStatus implements Coded {
    PENDING,
    OUT_FOR_DELIVERY,
    DELIVERED,
    PARTIALLY_DELIVERED,
    NOT_DELIVERED,
    CANCELLED,
    SKIPPED;

    /** Reads the monolith's spellings too: upper case, and dashes for underscores. */
    public static OrderStatus of(String code) {
        return Coded.of(OrderStatus.class, code.replace('-', '_'));
    }

    /** A delivery may still change it. */
    public boolean isOpen() {
        return this == PENDING || this == OUT_FOR_DELIVERY || this == NOT_DELIVERED;
    }
}
