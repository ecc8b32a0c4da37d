package app.earlybird.order.catalogue.adapter.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.mongo.Documents;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.order.catalogue.application.Product;
import app.earlybird.order.catalogue.application.Products;
import com.mongodb.client.model.Updates;
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
        return documents().first(eq("id", id));
    }

    @Override
    public Uni<List<Product>> findAll(Collection<String> ids) {
        return documents().all(in("id", ids));
    }

    @Override
    public Uni<Page<Product>> list(PageRequest page) {
        var after = page.after() == null ? empty() : gt("id", page.after());
        return documents().page(after, ascending("id"), page, last -> Documents.text(last, "id"));
    }

    private Documents<ProductDocument, Product> documents() {
        return new Documents<>(mongoCollection(), ProductDocument::toProduct);
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
