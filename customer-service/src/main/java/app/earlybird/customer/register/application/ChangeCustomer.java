package app.earlybird.customer.register.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The life of a customer; who asks is part of every read, and what holds already is done. */
@ApplicationScoped
public class ChangeCustomer {

    /** The customer as it is turned into the customer as it shall be. */
    public interface Edit {

        Edited of(Customer customer);
    }

    public record Edited(Customer.Contact contact, Customer.Terms terms) {}

    private final Customers customers;
    private final PhoneNumbers phones;
    private final Clock clock;

    ChangeCustomer(Customers customers, PhoneNumbers phones, Clock clock) {
        this.customers = customers;
        this.phones = phones;
        this.clock = clock;
    }

    /** Only fields that the actor's role may change; the others must be as they are. */
    public Uni<Customer> edit(String id, Edit edit, Actor actor) {
        return change(id, actor, null, customer -> {
            var edited = edit.of(customer);
            var contact = normalised(edited.contact());
            EditRights.check(actor, customer, new Edited(contact, edited.terms()));
            return CustomerLife.edited(customer, contact, edited.terms());
        });
    }

    public Uni<Customer> price(String id, Map<String, Long> pricesPaise, Actor actor) {
        return change(id, actor, null, customer -> CustomerLife.priced(customer, pricesPaise));
    }

    public Uni<Customer> confirm(String id, Actor actor) {
        return change(id, actor, null, CustomerLife::confirmed);
    }

    public Uni<Customer> deactivate(String id, String reason, Actor actor) {
        return change(
                id, actor, note("deactivate", reason, actor), customer -> CustomerLife.deactivated(customer, reason));
    }

    public Uni<Customer> reactivate(String id, String reason, Actor actor) {
        return change(
                id, actor, note("reactivate", reason, actor), customer -> CustomerLife.reactivated(customer, reason));
    }

    private Uni<Customer> change(
            String id, Actor actor, @Nullable Note note, Function<Customer, Decision<Customer, CustomerEvent>> decide) {
        return Retrying.whileStale(() -> customers
                .find(id, Sight.of(actor))
                .plug(orFail(CustomerRefused::notFound))
                .map(decide)
                .flatMap(decided -> decided.isUnchanged()
                        ? Uni.createFrom().item(decided.state())
                        : customers.store(decided, note)));
    }

    private Note note(String action, String reason, Actor actor) {
        return new Note(Instant.now(clock), actor.id(), action, null, reason);
    }

    private Customer.Contact normalised(Customer.Contact typed) {
        return new Customer.Contact(
                typed.name(),
                phones.normalised("phone", typed.phone()),
                typed.address(),
                typed.area(),
                typed.mapLink(),
                typed.location());
    }
}
