package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.AuditEntry;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Money;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import app.earlybird.kit.usecase.ExpectedVersion;
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

    /** @param expected the version the request was made for */
    public record Target(String id, ExpectedVersion expected, Actor actor) {}

    private final Customers customers;
    private final Users users;
    private final PhoneNumbers phones;
    private final Clock clock;

    ChangeCustomer(Customers customers, Users users, PhoneNumbers phones, Clock clock) {
        this.customers = customers;
        this.users = users;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * Fields that the actor's role may not change must stay as they are. Another service is asked only about a delivery boy
     * who is new here.
     *
     * @param edit turns the customer as it is into what it shall be
     */
    public Uni<Customer> edit(Target target, Function<Customer, Edited> edit) {
        Function<Customer, Edited> wanted = customer -> checked(customer, edit.apply(customer), target.actor());
        return customers
                .getById(target.id(), CustomerVisibility.of(target.actor()))
                .invoke(customer -> target.expected().check(customer.meta()))
                .call(customer -> mayDeliver(customer, wanted.apply(customer)))
                .chain(() -> change(target, customer -> {
                    var edited = wanted.apply(customer);
                    return CustomerLife.edited(customer, edited.contact(), edited.address(), edited.terms());
                }));
    }

    public Uni<Customer> price(Target target, Map<String, Money> prices) {
        return change(target, customer -> CustomerLife.priced(customer, prices));
    }

    public Uni<Customer> confirm(String id, Actor actor) {
        return change(any(id, actor), CustomerLife::confirmed);
    }

    public Uni<Customer> deactivate(String id, String reason, Actor actor) {
        var entry = entry("deactivate", reason, actor);
        return change(any(id, actor), customer -> CustomerLife.deactivated(customer, entry));
    }

    public Uni<Customer> reactivate(String id, String reason, Actor actor) {
        var entry = entry("reactivate", reason, actor);
        return change(any(id, actor), customer -> CustomerLife.reactivated(customer, entry));
    }

    /** A phone number that stays as it is, is left as it is: the monolith took anything. */
    private Edited checked(Customer customer, Edited wanted, Actor actor) {
        var typed = wanted.contact();
        var same = typed.phone().equals(customer.contact().phone());
        var contact = same ? typed : new Customer.Contact(typed.name(), phones.normalised("phone", typed.phone()));
        var edited = new Edited(contact, wanted.address(), wanted.terms());
        EditRights.check(actor.role(), Edited.of(customer), edited);
        return edited;
    }

    private Uni<Void> mayDeliver(Customer customer, Edited wanted) {
        var boy = wanted.terms().deliveryBoyId();
        return boy == null || boy.equals(customer.service().terms().deliveryBoyId())
                ? Uni.createFrom().voidItem()
                : users.mustBeDeliveryBoy(boy);
    }

    private Uni<Customer> change(Target target, Function<Customer, Decision<Customer, CustomerEvent>> decide) {
        return customers
                .update(target.id(), CustomerVisibility.of(target.actor()), customer -> {
                    target.expected().check(customer.meta());
                    return decide.apply(customer);
                })
                .map(Updated::state);
    }

    private static Target any(String id, Actor actor) {
        return new Target(id, ExpectedVersion.ANY, actor);
    }

    private AuditEntry entry(String action, String reason, Actor actor) {
        return new AuditEntry(Instant.now(clock), actor.id(), action, null, reason);
    }
}
