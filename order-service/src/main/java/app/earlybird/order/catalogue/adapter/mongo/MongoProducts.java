package app.earlybird.order.catalogue.adapter.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.order.catalogue.application.Product;
import app.earlybird.order.catalogue.application.Products;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoProducts implements Products, ReactivePanacheMongoRepositoryBase<ProductDocument, String> {

    @Override
    public Uni<@Nullable Product> find(String id) {
        return mongoCollection()
                .find(eq("id", id))
                .collect()
                .first()
                .map(document -> document == null ? null : document.toProduct());
    }

    @Override
    public Uni<List<Product>> findAll(Collection<String> ids) {
        return mongoCollection()
                .find(in("id", ids))
                .map(ProductDocument::toProduct)
                .collect()
                .asList();
    }

    @Override
    public Uni<Page<Product>> list(PageRequest page) {
        var after = page.after() == null ? empty() : gt("id", page.after());
        return mongoCollection()
                .find(after, new FindOptions().sort(ascending("id")).limit(page.limit() + 1))
                .map(ProductDocument::toProduct)
                .collect()
                .asList()
                .map(read -> Page.cut(read, page, Product::id));
    }

    @Override
    public Uni<Product> add(Product product) {
        return mongoCollection().insertOne(ProductDocument.of(product)).replaceWith(product);
    }

    @Override
    public Uni<Product> replace(Product changed) {
        var changes = List.of(
                Updates.set("name", changed.name()),
                Updates.set("unit", changed.unit()),
                Updates.set("unit_step", changed.unitStep()),
                Updates.set("price_paise", changed.pricePaise()),
                Updates.set("is_active", changed.active()));
        return mongoCollection()
                .updateOne(Guarded.filter("id", changed.id(), changed.version()), Guarded.update(changes, List.of()))
                .flatMap(Guarded.orStale())
                .replaceWith(changed::stored);
    }
}
