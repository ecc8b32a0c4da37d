package app.earlybird.order.catalogue.application;

import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import app.earlybird.kit.usecase.ExpectedVersion;
import app.earlybird.order.catalogue.domain.Product;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Products: an admin maintains them, everybody may see them. */
@ApplicationScoped
public class MaintainCatalogue {

    private final Products products;
    private final Clock clock;

    MaintainCatalogue(Products products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /** The product, or the one the same keyed request made before; the caller compares the digests. */
    public Uni<Product> create(String id, Product.Terms terms, @Nullable String requestDigest) {
        return products.insertOrGet(Product.create(id, terms, Instant.now(clock), requestDigest), Visibility.ALL);
    }

    /** @param terms from those it has to those it shall have */
    public Uni<Product> change(String id, ExpectedVersion expected, UnaryOperator<Product.Terms> terms) {
        return products.update(id, Visibility.ALL, product -> {
                    expected.check(product.meta());
                    return product.change(terms.apply(product.terms()));
                })
                .map(Updated::state);
    }

    public Uni<Product> findById(String id) {
        return products.getById(id, Visibility.ALL);
    }

    public Uni<Page<Product>> list(PageRequest page) {
        return products.list(page);
    }
}
