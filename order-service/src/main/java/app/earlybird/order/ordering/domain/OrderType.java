package app.earlybird.order.ordering.domain;

import app.earlybird.kit.domain.Coded;

/** What an order was made from. */
public enum OrderType implements Coded {
    /** Placed by hand for one day. */
    ONE_TIME,
    /** One day of a subscription. */
    SUBSCRIPTION;

    public static OrderType of(String code) {
        return Coded.of(OrderType.class, code);
    }
}
