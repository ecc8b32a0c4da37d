package app.earlybird.order.catalogue.application;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that can be ordered.
 *
 * @param unitStep the smallest quantity and the step between quantities, 0.5 for half litres
 * @param pricePaise of one unit
 */
public record Product(
        String id,
        String name,
        String unit,
        BigDecimal unitStep,
        long pricePaise,
        boolean active,
        Instant createdAt,
        long version) {

    /** What an admin may change. */
    public record Terms(String name, String unit, BigDecimal unitStep, long pricePaise, boolean active) {}

    /** As it is once the change is stored. */
    public Product stored() {
        return new Product(id, name, unit, unitStep, pricePaise, active, createdAt, version + 1);
    }

    Product with(Terms terms) {
        return new Product(
                id,
                terms.name(),
                terms.unit(),
                terms.unitStep(),
                terms.pricePaise(),
                terms.active(),
                createdAt,
                version);
    }
}
