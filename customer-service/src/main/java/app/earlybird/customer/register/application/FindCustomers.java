package app.earlybird.customer.register.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class FindCustomers {

    private final Customers customers;

    FindCustomers(Customers customers) {
        this.customers = customers;
    }

    public Uni<Customer> one(String id, Actor actor) {
        return customers.find(id, Sight.of(actor)).plug(orFail(CustomerRefused::notFound));
    }

    /** By id, oldest first. */
    public Uni<Page<Customer>> list(Customers.Filter filter, PageRequest page, Actor actor) {
        return customers.list(Sight.of(actor), filter, page);
    }

    /** Customers whose login could not be made or linked. */
    public Uni<Page<Customer>> conflicts(PageRequest page) {
        return customers.inLinkState(Link.State.CONFLICT.word(), page);
    }

    public Uni<List<Note>> notes(String id) {
        return customers.notes(id).plug(orFail(CustomerRefused::notFound));
    }
}
