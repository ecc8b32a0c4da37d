package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.AuditEntry;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Money;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Edits, prices and status of a customer. */
@ApplicationScoped
public class ChangeCustomer {

    /** All of a customer that people may edit. */
    public record Edited(Customer.Contact contact, Customer.Address address, Customer.Terms terms) {

        public static Edited of(Customer customer) {
            return new Edited(
                    customer.contact(), customer.address(), customer.service().terms());
        }
    }

    private final Customers customers;
    private final PhoneNumbers phones;
    private final Clock clock;

    ChangeCustomer(Customers customers, PhoneNumbers phones, Clock clock) {
        this.customers = customers;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * Fields that the actor's role may not change must stay as they are.
     *
     * @param edit turns the customer as it is into what it shall be
     */
    public Uni<Customer> edit(String id, Function<Customer, Edited> edit, Actor actor) {
        return change(id, actor, customer -> {
            var wanted = edit.apply(customer);
            var contact = phones.normalised(wanted.contact());
            var edited = new Edited(contact, wanted.address(), wanted.terms());
            EditRights.check(actor.role(), Edited.of(customer), edited);
            return CustomerLife.edited(customer, contact, wanted.address(), wanted.terms());
        });
    }

    public Uni<Customer> price(String id, Map<String, Money> prices, Actor actor) {
        return change(id, actor, customer -> CustomerLife.priced(customer, prices));
    }

    public Uni<Customer> confirm(String id, Actor actor) {
        return change(id, actor, CustomerLife::confirmed);
    }

    public Uni<Customer> deactivate(String id, String reason, Actor actor) {
        var entry = entry("deactivate", reason, actor);
        return change(id, actor, customer -> CustomerLife.deactivated(customer, entry));
    }

    public Uni<Customer> reactivate(String id, String reason, Actor actor) {
        var entry = entry("reactivate", reason, actor);
        return change(id, actor, customer -> CustomerLife.reactivated(customer, entry));
    }

    private Uni<Customer> change(String id, Actor actor, Function<Customer, Decision<Customer, CustomerEvent>> decide) {
        return customers.update(id, CustomerVisibility.of(actor), decide).map(Updated::state);
    }

    private AuditEntry entry(String action, String reason, Actor actor) {
        return new AuditEntry(Instant.now(clock), actor.id(), action, null, reason);
    }
}
