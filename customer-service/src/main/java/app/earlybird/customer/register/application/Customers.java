package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerCreated;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Every customer once, and never without the event that announces it. */
public interface Customers {

    /** The customer that now has this id: the given one, or the one that had it before. */
    Uni<Customer> add(Decision<Customer, CustomerCreated> registered);

    /** Null when it is missing or out of the asker's sight. */
    Uni<@Nullable Customer> find(String id, Sight sight);

    Uni<Page<Customer>> list(Sight sight, PageRequest page);

    /** False when an answer to this state, or a newer one, was recorded before. */
    Uni<Boolean> recordLogin(String customerId, Customer.Login login, long answeredSequence);
}
