package app.earlybird.customer.link.application;

import app.earlybird.customer.register.application.CustomerVisibility;
import app.earlybird.customer.register.application.Customers;
import app.earlybird.customer.register.application.Users;
import app.earlybird.customer.register.domain.AuditEntry;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerEvent;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Links, unlinks and relinks: always on request, with a reason, and audited. The customer's side asks; auth-service moves
 * the user and answers; only then is the customer's side linked. So both move, or neither.
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
        var entry = entry("link", command.userId(), command.reason(), command.admin());
        return request(command, customer -> CustomerLife.linked(customer, command.userId(), entry));
    }

    public Uni<Customer> relink(Command command) {
        var entry = entry("relink", command.userId(), command.reason(), command.admin());
        return request(command, customer -> CustomerLife.relinked(customer, command.userId(), entry));
    }

    public Uni<Customer> unlink(String customerId, String reason, Actor admin) {
        var entry = entry("unlink", null, reason, admin);
        return customers
                .update(customerId, CustomerVisibility.of(admin), customer -> CustomerLife.unlinked(customer, entry))
                .map(Updated::state);
    }

    /** Another service is asked only when the request is neither done already nor refused here. */
    private Uni<Customer> request(Command command, Function<Customer, Decision<Customer, CustomerEvent>> decide) {
        var who = CustomerVisibility.of(command.admin());
        return customers
                .getById(command.customerId(), who)
                .map(decide)
                .flatMap(decided -> decided.changed()
                        ? users.mustBeLinkable(command.userId(), command.customerId())
                                .chain(() -> customers.update(command.customerId(), who, decide))
                                .map(Updated::state)
                        : Uni.createFrom().item(decided.state()));
    }

    private AuditEntry entry(String action, @Nullable String userId, String reason, Actor admin) {
        return new AuditEntry(Instant.now(clock), admin.id(), action, userId, reason);
    }
}
