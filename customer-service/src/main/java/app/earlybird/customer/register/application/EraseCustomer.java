package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.AuditEntry;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Forgets who a customer was: personal fields are blanked, the login ends, and everybody is told by a tombstone. */
@ApplicationScoped
public class EraseCustomer {

    private final Customers customers;
    private final OpenOrders openOrders;
    private final Clock clock;

    EraseCustomer(Customers customers, OpenOrders openOrders, Clock clock) {
        this.customers = customers;
        this.openOrders = openOrders;
        this.clock = clock;
    }

    /** Refused while orders are open; erasing again changes nothing. */
    public Uni<Customer> handle(String id, String reason, Actor admin) {
        var who = CustomerVisibility.of(admin);
        var entry = new AuditEntry(Instant.now(clock), admin.id(), "erase", null, reason);
        return customers
                .getById(id, who)
                .flatMap(customer -> customer.isErased() ? Uni.createFrom().item(0L) : openOrders.count(id))
                .invoke(open -> {
                    if (open > 0) {
                        throw CustomerRefused.ordersOpen();
                    }
                })
                .chain(() -> customers.update(id, who, customer -> CustomerLife.erased(customer, entry)))
                .map(Updated::state);
    }
}
