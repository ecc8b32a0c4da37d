package app.earlybird.order.catalogue.application;

import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.usecase.AggregateStore;
import app.earlybird.order.catalogue.domain.Product;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** The catalogue. */
public interface Products extends AggregateStore<Product, Void> {

    /** Those that exist, in no order. */
    Uni<List<Product>> findAllById(Collection<String> ids);

    /** By id, oldest first. */
    Uni<Page<Product>> list(PageRequest page);
}
