package app.earlybird.order.catalogue.application;

import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import app.earlybird.order.catalogue.domain.Product;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Products: an admin maintains them, everybody may see them. */
@ApplicationScoped
public class MaintainCatalogue {

    private final Products products;
    private final Clock clock;

    MaintainCatalogue(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    public Uni<Product> create(Product.Terms terms) {
        return products.insertOrGet(Product.create(Ids.next(), terms, Instant.now(clock)), Visibility.ALL);
    }

    public Uni<Product> change(String id, Product.Terms terms) {
        return products.update(id, Visibility.ALL, product -> product.change(terms))
                .map(Updated::state);
    }

    public Uni<Product> findById(String id) {
        return products.getById(id, Visibility.ALL);
    }

    public Uni<Page<Product>> list(PageRequest page) {
        return products.list(page);
    }
}
