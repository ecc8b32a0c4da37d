package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Address;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Origin;
import app.earlybird.customer.register.domain.Customer.Service;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class RegisterCustomer {

    /**
     * @param digest of the request when it carries an idempotency key; then the id follows from the key
     * @param wantedUserId an existing user to link; null for a login of its own
     */
    public record Command(
            String id,
            @Nullable String digest,
            Household household,
            @Nullable String wantedUserId,
            Actor by) {}

    public record Household(Contact contact, Address address, Service service) {}

    private final Customers customers;
    private final Users users;
    private final PhoneNumbers phones;
    private final Clock clock;

    RegisterCustomer(Customers customers, Users users, PhoneNumbers phones, Clock clock) {
        this.customers = customers;
        this.users = users;
        this.phones = phones;
        this.clock = clock;
    }

    /** The customer, or the one the same keyed request made before; the caller compares the digests. */
    public Uni<Customer> handle(Command command) {
        var typed = command.household().contact();
        var contact = new Contact(typed.name(), phones.normalised("phone", typed.phone()));
        var wanted = command.wantedUserId();
        var link = wanted == null ? Link.fresh(Ids.next()) : Link.request(wanted);
        return madeBefore(command)
                .onItem()
                .ifNull()
                .switchTo(() -> mustBeKnown(command).chain(() -> insert(command, contact, link)));
    }

    private Uni<@Nullable Customer> madeBefore(Command command) {
        return command.digest() == null
                ? Uni.createFrom().nullItem()
                : customers.findById(command.id(), CustomerVisibility.of(command.by()));
    }

    /** The people it names, at the service that knows them. */
    private Uni<Void> mustBeKnown(Command command) {
        var boy = command.household().service().terms().deliveryBoyId();
        var wanted = command.wantedUserId();
        Uni<Void> nobody = Uni.createFrom().voidItem();
        return (boy == null ? nobody : users.mustBeDeliveryBoy(boy))
                .chain(() -> wanted == null ? nobody : users.mustBeLinkable(wanted, command.id()));
    }

    private Uni<Customer> insert(Command command, Contact contact, Link link) {
        var household = command.household();
        var origin = new Origin(Instant.now(clock), command.digest());
        var customer = Customer.register(command.id(), link, contact, household.address(), household.service(), origin);
        return customers.insertOrGet(CustomerLife.created(customer), CustomerVisibility.of(command.by()));
    }
}
