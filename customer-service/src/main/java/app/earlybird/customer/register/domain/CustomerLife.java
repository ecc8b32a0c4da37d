package app.earlybird.customer.register.domain;

import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Status;
import app.earlybird.customer.register.domain.Customer.Terms;
import app.earlybird.customer.register.domain.CustomerEvent.Kind;
import app.earlybird.kit.domain.Decision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may become of a customer. Asking for what holds already changes nothing, and announces nothing. */
public final class CustomerLife {

    private CustomerLife() {}

    public static Decision<Customer, CustomerEvent> created(Customer customer) {
        return Decision.of(customer, CustomerEvent.of(Kind.CREATED));
    }

    public static Decision<Customer, CustomerEvent> edited(Customer customer, Contact contact, Terms terms) {
        return updated(customer, customer.with(contact, terms));
    }

    public static Decision<Customer, CustomerEvent> priced(Customer customer, Map<String, Long> pricesPaise) {
        return updated(customer, customer.with(pricesPaise));
    }

    /** The trial went well. */
    public static Decision<Customer, CustomerEvent> confirmed(Customer customer) {
        return switch (customer.service().status()) {
            case TRIAL -> updated(customer, customer.with(Status.ACTIVE, null));
            case ACTIVE -> Decision.unchanged(customer);
            case PAUSED, STOPPED, INACTIVE -> throw CustomerRefused.notInTrial();
        };
    }

    /** Never deleted: orders and deliveries speak of it. Its login ends. */
    public static Decision<Customer, CustomerEvent> deactivated(Customer customer, String reason) {
        return customer.isInactive()
                ? Decision.unchanged(customer)
                : Decision.of(
                        customer.with(Status.INACTIVE, customer.service().status()),
                        new CustomerEvent(Kind.DEACTIVATED, reason));
    }

    public static Decision<Customer, CustomerEvent> reactivated(Customer customer, String reason) {
        var before = Objects.requireNonNullElse(customer.service().statusBefore(), Status.ACTIVE);
        return customer.isInactive()
                ? Decision.of(customer.with(before, null), new CustomerEvent(Kind.REACTIVATED, reason))
                : Decision.unchanged(customer);
    }

    /** Wants an existing user for a customer that has none; auth-service decides. */
    public static Decision<Customer, CustomerEvent> linked(Customer customer, String userId, String reason) {
        if (customer.link().isTo(userId)) {
            return Decision.unchanged(customer);
        }
        mustBeActive(customer);
        if (!customer.link().isFree()) {
            throw CustomerRefused.alreadyLinked();
        }
        return Decision.of(customer.with(customer.link().requesting(userId)), new CustomerEvent(Kind.UPDATED, reason));
    }

    /** Wants another user instead; the one before is free at once. */
    public static Decision<Customer, CustomerEvent> relinked(Customer customer, String userId, String reason) {
        if (customer.link().isTo(userId)) {
            return Decision.unchanged(customer);
        }
        mustBeActive(customer);
        return Decision.of(customer.with(customer.link().requesting(userId)), new CustomerEvent(Kind.UNLINKED, reason));
    }

    public static Decision<Customer, CustomerEvent> unlinked(Customer customer, String reason) {
        return customer.link().isNone()
                ? Decision.unchanged(customer)
                : Decision.of(customer.with(customer.link().none()), new CustomerEvent(Kind.UNLINKED, reason));
    }

    /**
     * auth-service answered.
     *
     * @param userId whom it speaks of; another than the one this customer waits for is an old answer
     * @param conflictCode null when the user is the customer's now
     */
    public static Decision<Customer, CustomerEvent> answered(
            Customer customer, String userId, @Nullable String conflictCode) {
        var link = customer.link();
        if (!userId.equals(link.requestedUserId()) && !userId.equals(link.userId())) {
            return Decision.unchanged(customer);
        }
        if (conflictCode != null) {
            return new Decision<>(customer.with(link.conflict(conflictCode)), gaveUpUser(link));
        }
        var ready = customer.with(link.ready(userId));
        return userId.equals(link.userId())
                ? new Decision<>(ready, List.of())
                : Decision.of(ready, CustomerEvent.of(Kind.LINKED));
    }

    /** Both sides agree, whatever became of the answer. */
    public static Decision<Customer, CustomerEvent> settled(Customer customer) {
        var userId = customer.link().userId();
        return userId == null
                ? Decision.unchanged(customer)
                : new Decision<>(customer.with(customer.link().ready(userId)), List.of());
    }

    /** The same state once more, for whoever missed it. */
    public static Decision<Customer, CustomerEvent> repeated(Customer customer) {
        return Decision.of(customer, CustomerEvent.of(Kind.UPDATED));
    }

    private static List<CustomerEvent> gaveUpUser(Link before) {
        return before.userId() == null ? List.of() : List.of(CustomerEvent.of(Kind.UNLINKED));
    }

    private static Decision<Customer, CustomerEvent> updated(Customer before, Customer after) {
        return after.equals(before) ? Decision.unchanged(before) : Decision.of(after, CustomerEvent.of(Kind.UPDATED));
    }

    private static void mustBeActive(Customer customer) {
        if (customer.isInactive()) {
            throw CustomerRefused.inactive();
        }
    }
}
