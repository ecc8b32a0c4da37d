package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.AuditEntry;
import app.earlybird.customer.register.domain.Customer;
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

    public Uni<Customer> findById(String id, Actor actor) {
        return customers.getById(id, CustomerVisibility.of(actor));
    }

    /** By id, oldest first. */
    public Uni<Page<Customer>> list(Customers.Filter filter, PageRequest page, Actor actor) {
        return customers.list(CustomerVisibility.of(actor), filter, page);
    }

    /** Customers whose login could not be made or linked. */
    public Uni<Page<Customer>> listLinkConflicts(PageRequest page) {
        return customers.listByLinkState(Link.State.CONFLICT, page);
    }

    public Uni<List<AuditEntry>> findAudit(String id, Actor actor) {
        return findById(id, actor).map(Customer::audit);
    }
}
