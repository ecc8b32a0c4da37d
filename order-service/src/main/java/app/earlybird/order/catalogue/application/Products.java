package app.earlybird.order.catalogue.application;

import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue. */
public interface Products {

    /** Null when there is none. */
    Uni<@Nullable Product> find(String id);

    /** Those that exist, in no order. */
    Uni<List<Product>> findAll(Collection<String> ids);

    Uni<Page<Product>> list(PageRequest page);

    Uni<Product> add(Product product);

    /** Fails with StaleVersion when it was changed since it was read. */
    Uni<Product> replace(Product changed);
}
