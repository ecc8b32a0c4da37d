package app.earlybird.order.catalogue.adapter.mongo;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Money;
import app.earlybird.order.catalogue.domain.Product;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.math.BigDecimal;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** The monolith's {@code products}. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = StoredCollection.Name.PRODUCTS)
public record ProductDocument(
        String id,
        String name,
        String unit,
        @BsonProperty("unit_step") BigDecimal unitStep,
        @BsonProperty("price_paise") long pricePaise,
        @BsonProperty("is_active") @Nullable Boolean active,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("request_digest") @Nullable String requestDigest) {

    static ProductDocument of(Product product) {
        var terms = product.terms();
        return new ProductDocument(
                product.id(),
                terms.name(),
                terms.unit(),
                terms.unitStep(),
                terms.price().paise(),
                terms.active(),
                product.createdAt(),
                product.requestDigest());
    }

    Product toProduct(AggregateMeta meta) {
        var terms = new Product.Terms(name, unit, unitStep, new Money(pricePaise), !Boolean.FALSE.equals(active));
        return new Product(id, terms, createdAt, requestDigest, meta);
    }
}
