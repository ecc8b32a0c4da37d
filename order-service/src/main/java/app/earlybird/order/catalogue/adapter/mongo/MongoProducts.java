package app.earlybird.order.catalogue.adapter.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.in;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.MongoAggregateStore;
import app.earlybird.kit.outbox.OutboxWriter;
import app.earlybird.order.catalogue.application.Products;
import app.earlybird.order.catalogue.domain.Product;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

@Singleton
class MongoProducts extends MongoAggregateStore<Product, Void, ProductDocument>
        implements Products, ReactivePanacheMongoRepositoryBase<ProductDocument, String> {

    MongoProducts(OutboxWriter outbox) {
        super(
                StoredCollection.PRODUCTS,
                ProductDocument::of,
                ProductDocument::toProduct,
                Product::notFound,
                EventMessages.none(),
                outbox);
    }

    @Override
    public Uni<List<Product>> findAllById(Collection<String> ids) {
        return reader().all(in("id", ids));
    }

    @Override
    public Uni<Page<Product>> list(PageRequest page) {
        return reader().pageBy("id", empty(), page);
    }

    @Override
    protected ReactiveMongoCollection<ProductDocument> collection() {
        return mongoCollection();
    }
}
