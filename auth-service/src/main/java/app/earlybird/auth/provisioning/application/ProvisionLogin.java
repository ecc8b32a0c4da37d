package app.earlybird.auth.provisioning.application;

import app.earlybird.auth.account.application.LoginProvisioned;
import app.earlybird.auth.account.application.Logins;
import app.earlybird.auth.account.application.Logins.Login;
import app.earlybird.auth.account.application.Logins.Owner;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the accounts follow the customers, from any state of a customer that was not seen yet. Nothing that exists is
 * ever overwritten: an account in the way is a conflict, and is answered as one.
 */
@ApplicationScoped
public class ProvisionLogin {

    /**
     * A customer as its event tells it.
     *
     * @param userId whose the customer is, as its own side says; null while it is unlinked
     * @param requestedUserId an existing account that is wanted for it
     * @param active false once it is deactivated
     */
    public record Customer(
            String id,
            @Nullable String userId,
            @Nullable String requestedUserId,
            String name,
            @Nullable String phone,
            boolean active,
            long sequence) {

        @Nullable String target() {
            return requestedUserId == null ? userId : requestedUserId;
        }

        private Login login() {
            return new Login(Objects.requireNonNull(target()), id, name, phone, active, sequence);
        }
    }

    private static final Uni<Boolean> DONE = Uni.createFrom().item(true);
    private static final Uni<Boolean> SUPERSEDED = Uni.createFrom().item(false);

    private final Logins logins;
    private final Conflicts conflicts;

    ProvisionLogin(Logins logins, Conflicts conflicts) {
        this.logins = logins;
        this.conflicts = conflicts;
    }

    /** True when it changed something, false when this state or a newer one was seen before. */
    public Uni<Boolean> handle(Customer customer) {
        return Retrying.whileStale(() -> conflicts
                .answered(customer.id())
                .flatMap(answered -> answered >= customer.sequence() ? SUPERSEDED : apply(customer)));
    }

    /** False when it has no account. */
    public Uni<Boolean> erase(String customerId) {
        return logins.erase(customerId);
    }

    /** First whoever has it and should not; then whoever should. */
    private Uni<Boolean> apply(Customer customer) {
        return logins.ofCustomer(customer.id()).map(Optional::ofNullable).flatMap(current -> {
            if (current.filter(owner -> isSeen(owner, customer)).isPresent()) {
                return SUPERSEDED;
            }
            return current.filter(owner -> !owner.userId().equals(customer.target()))
                    .map(owner -> logins.release(owner, customer.id(), customer.sequence()))
                    .orElseGet(() -> Uni.createFrom().voidItem())
                    .chain(() -> reach(customer));
        });
    }

    private Uni<Boolean> reach(Customer customer) {
        var target = customer.target();
        return target == null
                ? conflicts.pass(customer.id(), customer.sequence())
                : logins.find(target, customer.id())
                        .flatMap(owner -> owner == null ? missing(customer) : meet(owner, customer));
    }

    private Uni<Boolean> missing(Customer customer) {
        return customer.requestedUserId() == null ? create(customer) : conflict(customer, "user_not_found");
    }

    private Uni<Boolean> create(Customer customer) {
        return logins.add(customer.login()).flatMap(added -> added ? DONE : lost(customer));
    }

    /** Somebody was faster: the same login by another instance, or an account in the way. */
    private Uni<Boolean> lost(Customer customer) {
        return logins.find(customer.login().userId(), customer.id())
                .flatMap(owner -> owner == null ? conflict(customer, "login_taken") : meet(owner, customer));
    }

    private Uni<Boolean> meet(Owner owner, Customer customer) {
        if (isSeen(owner, customer)) {
            return SUPERSEDED;
        }
        if (customer.id().equals(owner.customerId())) {
            return customer.requestedUserId() == null
                    ? logins.follow(owner, customer.login()).chain(() -> DONE)
                    : logins.link(owner, customer.login(), LoginProvisioned.ALREADY_LINKED)
                            .chain(() -> DONE);
        }
        if (owner.customerId() != null) {
            return conflict(customer, "user_linked_elsewhere");
        }
        return owner.linkable()
                ? logins.link(owner, customer.login(), LoginProvisioned.LINKED).chain(() -> DONE)
                : conflict(customer, "user_not_linkable");
    }

    private Uni<Boolean> conflict(Customer customer, String code) {
        return conflicts.add(LoginProvisioned.conflict(customer.login(), code));
    }

    private static boolean isSeen(Owner owner, Customer customer) {
        return owner.appliedSequence() >= customer.sequence();
    }
}
