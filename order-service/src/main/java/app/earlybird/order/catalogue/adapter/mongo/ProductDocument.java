package app.earlybird.order.catalogue.adapter.mongo;

import app.earlybird.order.catalogue.application.Product;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** The monolith's {@code products}. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = "products")
public record ProductDocument(
        @BsonId BsonValue documentId,
        String id,
        String name,
        String unit,
        @BsonProperty("unit_step") BigDecimal unitStep,
        @BsonProperty("price_paise") long pricePaise,
        @BsonProperty("is_active") @Nullable Boolean active,
        @BsonProperty("created_at") Instant createdAt,
        @Nullable Long version) {

    static ProductDocument of(Product product) {
        return new ProductDocument(
                new BsonString(product.id()),
                product.id(),
                product.name(),
                product.unit(),
                product.unitStep(),
                product.pricePaise(),
                product.active(),
                product.createdAt(),
                product.version());
    }

    Product toProduct() {
        return new Product(
                id,
                name,
                unit,
                unitStep,
                pricePaise,
                !Boolean.FALSE.equals(active),
                createdAt,
                Objects.requireNonNullElse(version, 0L));
    }
}
