package app.earlybird.order.ordering.domain;

import app.earlybird.kit.domain.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One product of an order, its price fixed at placement.
 *
 * @param unitStep the step between quantities at placement; null in orders placed before it was kept
 */
public record OrderLine(
        String productId,
        String productName,
        String unit,
        @Nullable BigDecimal unitStep,
        BigDecimal quantity,
        Money unitPrice) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    /**
     * A product as it is sold to this customer now.
     *
     * @param unitStep the smallest quantity and the step between quantities
     */
    public record Offer(String productId, String productName, String unit, BigDecimal unitStep, Money unitPrice) {}

    /**
     * Refuses a quantity that is not a positive multiple of the unit's step, or above 1,000.
     *
     * @param index of the line in the request, from 0
     */
    public static OrderLine of(Offer offer, BigDecimal quantity, int index) {
        if (quantity.signum() <= 0 || quantity.compareTo(MOST) > 0) {
            throw OrderRefused.quantity(offer, index, "must be more than 0 and at most " + MOST);
        }
        if (quantity.remainder(offer.unitStep()).signum() != 0) {
            throw OrderRefused.quantity(
                    offer, index, "must be a multiple of " + offer.unitStep().toPlainString());
        }
        return new OrderLine(
                offer.productId(), offer.productName(), offer.unit(), offer.unitStep(), quantity, offer.unitPrice());
    }

    public Money amount() {
        return amount(quantity);
    }

    /** What this quantity of it costs, rounded half up to the paisa. */
    public Money amount(BigDecimal delivered) {
        return unitPrice.times(delivered);
    }
}
