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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Links, unlinks and relinks: always explicit, with a reason, and noted. The customer's side asks; auth-service moves the
 * user and answers; only then is the customer's side linked. So both move, or neither.
 */
@ApplicationScoped
public class LinkUser {

    public record Command(String customerId, String userId, String reason, Actor admin) {}

    private final Customers customers;
    private final Users users;
    private final Clock clock;

    LinkUser(Customers customers, Users users, Clock clock) {
        this.customers = customers;
        this.users = users;
        this.clock = clock;
    }

    public Uni<Customer> link(Command command) {
        return request(command, "link", customer -> CustomerLife.linked(customer, command.userId(), command.reason()));
    }

    public Uni<Customer> relink(Command command) {
        return request(
                command, "relink", customer -> CustomerLife.relinked(customer, command.userId(), command.reason()));
    }

    public Uni<Customer> unlink(String customerId, String reason, Actor admin) {
        var note = new Note(Instant.now(clock), admin.id(), "unlink", null, reason);
        return Retrying.whileStale(() -> found(customerId, admin)
                .map(customer -> CustomerLife.unlinked(customer, reason))
                .flatMap(decided -> stored(decided, note)));
    }

    /** Looks before it asks: what holds already, or can never be, needs no other service. */
    private Uni<Customer> request(
            Command command, String action, Function<Customer, Decision<Customer, CustomerEvent>> decide) {
        var note = new Note(Instant.now(clock), command.admin().id(), action, command.userId(), command.reason());
        return Retrying.whileStale(() -> found(command.customerId(), command.admin())
                .map(decide)
                .flatMap(decided -> decided.isUnchanged()
                        ? Uni.createFrom().item(decided.state())
                        : users.mustBeLinkable(command.userId(), command.customerId())
                                .chain(() -> stored(decided, note))));
    }

    private Uni<Customer> found(String id, Actor admin) {
        return customers.find(id, Sight.of(admin)).plug(orFail(CustomerRefused::notFound));
    }

    private Uni<Customer> stored(Decision<Customer, CustomerEvent> decided, @Nullable Note note) {
        return decided.isUnchanged() ? Uni.createFrom().item(decided.state()) : customers.store(decided, note);
    }
}
