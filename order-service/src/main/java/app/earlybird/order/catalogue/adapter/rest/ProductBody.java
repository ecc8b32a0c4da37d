package app.earlybird.order.catalogue.adapter.rest;

import app.earlybird.order.catalogue.application.Product;
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
        long version) {

    static ProductBody of(Product product) {
        return new ProductBody(
                product.id(),
                product.name(),
                product.unit(),
                product.unitStep(),
                BigDecimal.valueOf(product.pricePaise(), 2),
                product.active(),
                product.createdAt(),
                product.version());
    }
}
