package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All customers. An update fails with the code {@link #USER_LINKED_ELSEWHERE} when another customer has the user. */
public interface Customers extends AggregateStore<Customer, CustomerEvent> {

    String USER_LINKED_ELSEWHERE = "user_linked_elsewhere";

    /** Which of them; a null admits all. */
    record Filter(
            @Nullable String status,
            @Nullable String area,
            @Nullable String marketingStaff) {

        public static final Filter NONE = new Filter(null, null, null);
    }

    /** Those that exist, in no order. */
    Uni<List<Customer>> findAllById(Collection<String> ids);

    /** By id. */
    Uni<Page<Customer>> list(Visibility who, Filter filter, PageRequest page);

    /** By id; those whose login is in this state. */
    Uni<Page<Customer>> listByLinkState(Link.State state, PageRequest page);
}
