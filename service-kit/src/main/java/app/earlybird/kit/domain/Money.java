package app.earlybird.kit.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of rupees, kept in paise: stored and published so, and shown in rupees with two places. */
public record Money(long paise) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);
    private static final int PLACES = 2;

    /** Fails with ArithmeticException when it is not whole paise. */
    public static Money ofRupees(BigDecimal rupees) {
        return new Money(rupees.movePointRight(PLACES).longValueExact());
    }

    public BigDecimal rupees() {
        return BigDecimal.valueOf(paise, PLACES);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(paise, other.paise));
    }

    /** So many units at this price, rounded half up to the paisa. */
    public Money times(BigDecimal quantity) {
        return new Money(quantity.multiply(BigDecimal.valueOf(paise))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(paise, other.paise);
    }
}
