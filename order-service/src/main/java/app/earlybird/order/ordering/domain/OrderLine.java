package app.earlybird.order.ordering.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One product of an order, its price fixed at placement. */
public record OrderLine(String productId, String productName, String unit, BigDecimal quantity, long unitPricePaise) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    /**
     * A product as it is sold to this customer now.
     *
     * @param unitStep the smallest quantity and the step between quantities
     */
    public record Offer(String productId, String productName, String unit, BigDecimal unitStep, long unitPricePaise) {}

    /** Refuses a quantity that is not a positive multiple of the unit's step, or beyond reason. */
    public static OrderLine of(Offer offer, BigDecimal quantity) {
        if (quantity.signum() <= 0 || quantity.compareTo(MOST) > 0) {
            throw OrderRefused.quantity(offer, "must be more than 0 and at most " + MOST);
        }
        if (quantity.remainder(offer.unitStep()).signum() != 0) {
            throw OrderRefused.quantity(offer, "must be a multiple of " + offer.unitStep());
        }
        return new OrderLine(offer.productId(), offer.productName(), offer.unit(), quantity, offer.unitPricePaise());
    }

    public long amountPaise() {
        return amountPaise(quantity);
    }

    /** What this quantity of it costs, rounded half up to the paisa. */
    public long amountPaise(BigDecimal delivered) {
        return delivered
                .multiply(BigDecimal.valueOf(unitPricePaise))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
