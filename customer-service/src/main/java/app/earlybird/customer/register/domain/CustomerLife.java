package app.earlybird.customer.register.domain;

import app.earlybird.customer.register.domain.Customer.Address;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Status;
import app.earlybird.customer.register.domain.Customer.Terms;
import app.earlybird.customer.register.domain.CustomerEvent.Kind;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may become of a customer. A request for what is so already changes nothing, and publishes nothing. */
public final class CustomerLife {

    /** Where answers about logins come from. */
    private static final String IDENTITY = "identity";

    private CustomerLife() {}

    public static Decision<Customer, CustomerEvent> created(Customer customer) {
        return Decision.of(customer, CustomerEvent.of(Kind.CREATED));
    }

    public static Decision<Customer, CustomerEvent> edited(
            Customer customer, Contact contact, Address address, Terms terms) {
        mustNotBeErased(customer);
        return updated(customer, customer.with(contact, address, terms));
    }

    public static Decision<Customer, CustomerEvent> priced(Customer customer, Map<String, Money> prices) {
        mustNotBeErased(customer);
        return updated(customer, customer.with(prices));
    }

    /** The trial went well. */
    public static Decision<Customer, CustomerEvent> confirmed(Customer customer) {
        return switch (customer.service().status()) {
            case TRIAL -> updated(customer, customer.with(Status.ACTIVE, null));
            case ACTIVE -> Decision.unchanged(customer);
            case PAUSED, STOPPED, INACTIVE -> throw CustomerRefused.notInTrial();
            case ERASED -> throw CustomerRefused.erased();
        };
    }

    /** Never deleted: orders and deliveries refer to it. Its login ends. */
    public static Decision<Customer, CustomerEvent> deactivated(Customer customer, AuditEntry entry) {
        mustNotBeErased(customer);
        return customer.isInactive()
                ? repeated(customer, entry)
                : audited(customer.with(Status.INACTIVE, customer.service().status()), Kind.DEACTIVATED, entry);
    }

    public static Decision<Customer, CustomerEvent> reactivated(Customer customer, AuditEntry entry) {
        mustNotBeErased(customer);
        var before = Objects.requireNonNullElse(customer.service().statusBefore(), Status.ACTIVE);
        return customer.isInactive()
                ? audited(customer.with(before, null), Kind.REACTIVATED, entry)
                : repeated(customer, entry);
    }

    /** Blanks what is personal and ends the login; what the business must keep stays. The last word about a customer. */
    public static Decision<Customer, CustomerEvent> erased(Customer customer, AuditEntry entry) {
        return customer.isErased() ? repeated(customer, entry) : audited(customer.withoutPerson(), Kind.ERASED, entry);
    }

    /** Requests an existing user for a customer that has none; auth-service decides. */
    public static Decision<Customer, CustomerEvent> linked(Customer customer, String userId, AuditEntry entry) {
        if (customer.link().isTo(userId)) {
            return Decision.unchanged(customer);
        }
        mustBeActive(customer);
        if (!customer.link().isFree()) {
            throw CustomerRefused.alreadyLinked();
        }
        return audited(customer.with(customer.link().requesting(userId)), Kind.UPDATED, entry);
    }

    /** Requests another user instead; the one before is free at once. */
    public static Decision<Customer, CustomerEvent> relinked(Customer customer, String userId, AuditEntry entry) {
        if (customer.link().isTo(userId)) {
            return Decision.unchanged(customer);
        }
        mustBeActive(customer);
        return audited(customer.with(customer.link().requesting(userId)), Kind.UNLINKED, entry);
    }

    public static Decision<Customer, CustomerEvent> unlinked(Customer customer, AuditEntry entry) {
        return customer.link().isNone()
                ? repeated(customer, entry)
                : audited(customer.with(customer.link().none()), Kind.UNLINKED, entry);
    }

    /**
     * auth-service answered a state of this customer.
     *
     * @param userId whom it is about; another than the one this customer waits for is an old answer
     * @param conflictCode null when the user is the customer's now
     * @param sequence of the state; an answer to an older one than the last changes nothing
     */
    public static Decision<Customer, CustomerEvent> answered(
            Customer customer, String userId, @Nullable String conflictCode, long sequence) {
        if (customer.meta().hasApplied(IDENTITY, sequence)) {
            return Decision.unchanged(customer);
        }
        var link = customer.link();
        var seen = customer.withApplied(IDENTITY, sequence);
        if (!userId.equals(link.requestedUserId()) && !userId.equals(link.userId())) {
            return Decision.silent(seen);
        }
        if (conflictCode != null) {
            return Decision.of(seen.with(link.conflict(conflictCode)), gaveUpUser(link));
        }
        var ready = seen.with(link.ready(userId));
        return userId.equals(link.userId())
                ? Decision.silent(ready)
                : Decision.of(ready, CustomerEvent.of(Kind.LINKED));
    }

    /** Both sides have this user, and the answer of auth-service is missing. */
    public static Decision<Customer, CustomerEvent> settled(Customer customer, String userId) {
        var link = customer.link();
        return userId.equals(link.userId()) && link.state() == Link.State.PROVISIONING
                ? Decision.silent(customer.with(link.ready(userId)))
                : Decision.unchanged(customer);
    }

    /** The same state once more, for whoever missed it. */
    public static Decision<Customer, CustomerEvent> republished(Customer customer) {
        return customer.isErased()
                ? Decision.unchanged(customer)
                : Decision.of(customer, CustomerEvent.of(Kind.UPDATED));
    }

    private static List<CustomerEvent> gaveUpUser(Link before) {
        return before.userId() == null ? List.of() : List.of(CustomerEvent.of(Kind.UNLINKED));
    }

    private static Decision<Customer, CustomerEvent> updated(Customer before, Customer after) {
        return after.equals(before) ? Decision.unchanged(before) : Decision.of(after, CustomerEvent.of(Kind.UPDATED));
    }

    /** What is so already is not done again; a reason that was not given before is kept all the same. */
    private static Decision<Customer, CustomerEvent> repeated(Customer customer, AuditEntry entry) {
        return customer.audit().stream().anyMatch(known -> known.statesTheSame(entry))
                ? Decision.unchanged(customer)
                : Decision.silent(customer.with(entry));
    }

    private static Decision<Customer, CustomerEvent> audited(Customer after, Kind kind, AuditEntry entry) {
        return Decision.of(after.with(entry), new CustomerEvent(kind, entry.reason()));
    }

    private static void mustNotBeErased(Customer customer) {
        if (customer.isErased()) {
            throw CustomerRefused.erased();
        }
    }

    private static void mustBeActive(Customer customer) {
        mustNotBeErased(customer);
        if (customer.isInactive()) {
            throw CustomerRefused.inactive();
        }
    }
}
