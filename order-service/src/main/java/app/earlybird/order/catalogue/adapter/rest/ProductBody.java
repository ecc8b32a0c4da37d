package app.earlybird.order.catalogue.adapter.rest;

import app.earlybird.kit.usecase.Versioned;
import app.earlybird.order.catalogue.domain.Product;
import java.math.BigDecimal;
import java.time.Instant;

/** @param price rupees for one unit */
record ProductBody(
        String id,
        String name,
        String unit,
        BigDecimal unitStep,
        BigDecimal price,
        boolean isActive,
        Instant createdAt,
        long version)
        implements Versioned {

    static ProductBody of(Product product) {
        var terms = product.terms();
        return new ProductBody(
                product.id(),
                terms.name(),
                terms.unit(),
                terms.unitStep(),
                terms.price().rupees(),
                terms.active(),
                product.createdAt(),
                product.meta().version());
    }
}
