package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Origin;
import app.earlybird.customer.register.domain.Customer.Service;
import app.earlybird.kit.domain.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class RegisterCustomer {

    /** @param digest of the request when it carries an idempotency key; then the id follows from the key */
    public record Command(String id, @Nullable String digest, Contact contact, Service service) {}

    private final Customers customers;
    private final PhoneNumbers phones;
    private final Clock clock;

    RegisterCustomer(Customers customers, PhoneNumbers phones, Clock clock) {
        this.customers = customers;
        this.phones = phones;
        this.clock = clock;
    }

    /** The customer, or the one the same keyed request made before; the caller compares the digests. */
    public Uni<Customer> handle(Command command) {
        var origin = new Origin(Instant.now(clock), command.digest());
        var contact = normalised(command.contact());
        return customers.add(Customer.register(command.id(), Ids.next(), contact, command.service(), origin));
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
