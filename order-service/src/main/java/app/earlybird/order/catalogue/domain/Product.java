package app.earlybird.order.catalogue.domain;

import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be ordered.
 *
 * @param requestDigest of the keyed request that made it
 */
public record Product(
        String id, Terms terms, Instant createdAt, @Nullable String requestDigest, AggregateMeta meta)
        implements Aggregate {

    /**
     * What an admin may change.
     *
     * @param unitStep the smallest quantity and the step between quantities, 0.5 for half litres
     * @param price of one unit
     */
    public record Terms(String name, String unit, BigDecimal unitStep, Money price, boolean active) {}

    public static Decision<Product, Void> create(String id, Terms terms, Instant now, @Nullable String requestDigest) {
        return Decision.silent(new Product(id, terms, now, requestDigest, AggregateMeta.NEW));
    }

    public Decision<Product, Void> change(Terms next) {
        return terms.equals(next)
                ? Decision.unchanged(this)
                : Decision.silent(new Product(id, next, createdAt, requestDigest, meta));
    }

    @Override
    public String businessKey() {
        return id;
    }

    public static Failure notFound() {
        return new Failure(Failure.Kind.NOT_FOUND, "product_not_found", "There is no such product");
    }
}
