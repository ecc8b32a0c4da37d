package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Origin;
import app.earlybird.customer.register.domain.Customer.Service;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.customer.register.domain.Link;
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
            Contact contact,
            Service service,
            @Nullable String wantedUserId) {}

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
        var contact = normalised(command.contact());
        var wanted = command.wantedUserId();
        return wanted == null
                ? add(command, contact, Link.fresh(Ids.next()))
                : customers
                        .find(command.id(), Sight.EVERYTHING)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> users.mustBeLinkable(wanted, command.id())
                                .chain(() -> add(command, contact, Link.request(wanted))));
    }

    private Uni<Customer> add(Command command, Contact contact, Link link) {
        var origin = new Origin(Instant.now(clock), command.digest());
        return customers.add(
                CustomerLife.created(Customer.register(command.id(), link, contact, command.service(), origin)));
    }

    private Contact normalised(Contact typed) {
        return new Contact(
                typed.name(),
                phones.normalised("phone", typed.phone()),
                typed.address(),
                typed.area(),
                typed.mapLink(),
                typed.location());
    }
}
