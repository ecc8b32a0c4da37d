package app.earlybird.order.catalogue.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Products, as an admin keeps them and everybody may see them. */
@ApplicationScoped
public class MaintainCatalogue {

    private final Products products;
    private final Clock clock;

    MaintainCatalogue(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    public Uni<Product> create(Product.Terms terms) {
        return products.add(new Product(
                Ids.next(),
                terms.name(),
                terms.unit(),
                terms.unitStep(),
                terms.pricePaise(),
                terms.active(),
                Instant.now(clock),
                1));
    }

    public Uni<Product> change(String id, Product.Terms terms) {
        return Retrying.whileStale(
                () -> find(id).map(product -> product.with(terms)).flatMap(products::replace));
    }

    public Uni<Product> find(String id) {
        return products.find(id).plug(orFail(MaintainCatalogue::notFound));
    }

    /** By id, oldest first. */
    public Uni<Page<Product>> list(PageRequest page) {
        return products.list(page);
    }

    private static Failure notFound() {
        return new Failure(Failure.Kind.NOT_FOUND, "product_not_found", "There is no such product");
    }
}
