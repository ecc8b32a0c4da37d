package app.earlybird.auth.provisioning.application;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.application.FirstSecretPolicy;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.CustomerState;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.LinkConflict;
import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.auth.provisioning.domain.Provisioning;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/**
 * Makes the accounts follow the customers, from any state of a customer that was not seen yet. No existing link is ever
 * overwritten: an account that cannot be linked is a conflict, and is answered as one.
 */
@ApplicationScoped
public class ProvisionLogin {

    private final Accounts accounts;
    private final Provisionings provisionings;
    private final FirstSecretPolicy firstSecret;
    private final Clock clock;

    ProvisionLogin(Accounts accounts, Provisionings provisionings, FirstSecretPolicy firstSecret, Clock clock) {
        this.accounts = accounts;
        this.provisionings = provisionings;
        this.firstSecret = firstSecret;
        this.clock = clock;
    }

    /** True when it changed something, false when this state or a newer one was seen before. */
    public Uni<Boolean> handle(CustomerState customer) {
        return provisionings
                .findById(customer.id(), Visibility.ALL)
                .flatMap(seen -> seen != null && seen.hasSeen(customer)
                        ? Uni.createFrom().item(false)
                        : apply(customer));
    }

    /** False when the customer has no account. */
    public Uni<Boolean> erase(String customerId) {
        return accounts.findByCustomerId(customerId)
                .flatMap(account -> account == null
                        ? Uni.createFrom().item(false)
                        : accounts.replaceEmail(account.id(), Email.erased(account.id()))
                                .chain(() -> changed(account.id(), current -> current.erase(customerId))));
    }

    /** First releases the account that is linked and should not be; then links the one that should. */
    private Uni<Boolean> apply(CustomerState customer) {
        return accounts.findByCustomerId(customer.id()).flatMap(linked -> {
            if (linked == null || linked.id().equals(customer.targetUserId())) {
                return link(customer);
            }
            return linked.meta().hasApplied(customer.id(), customer.sequence())
                    ? Uni.createFrom().item(false)
                    : changed(linked.id(), account -> account.release(customer)).chain(() -> link(customer));
        });
    }

    private Uni<Boolean> link(CustomerState customer) {
        var target = customer.targetUserId();
        return target == null
                ? recorded(customer, meta -> Provisioning.unlinked(meta, customer))
                : accounts.findById(target, Visibility.ALL)
                        .flatMap(account -> account == null ? create(target, customer) : follow(target, customer));
    }

    private Uni<Boolean> create(String userId, CustomerState customer) {
        if (customer.requestedUserId() != null) {
            return conflict(customer, LinkConflict.userNotFound());
        }
        var secret = firstSecret.provisioned(Instant.now(clock));
        return accounts.insert(Account.ofCustomer(userId, customer, secret))
                .flatMap(inserted -> inserted ? Uni.createFrom().item(true) : afterLostInsert(userId, customer));
    }

    /** Another instance has created the same login, or another account has its e-mail. */
    private Uni<Boolean> afterLostInsert(String userId, CustomerState customer) {
        return accounts.findById(userId, Visibility.ALL)
                .flatMap(account ->
                        account == null ? conflict(customer, LinkConflict.loginTaken()) : follow(userId, customer));
    }

    private Uni<Boolean> follow(String userId, CustomerState customer) {
        return changed(userId, account -> account.follow(customer))
                .onFailure(LinkConflict.class)
                .recoverWithUni(refused -> conflict(customer, refused));
    }

    private Uni<Boolean> conflict(CustomerState customer, LinkConflict conflict) {
        return recorded(customer, meta -> Provisioning.conflict(meta, customer, conflict.code()));
    }

    private Uni<Boolean> recorded(
            CustomerState customer, Function<AggregateMeta, Decision<Provisioning, LoginProvisioned>> record) {
        return provisionings
                .insertOrUpdate(
                        customer.id(),
                        () -> record.apply(AggregateMeta.NEW),
                        known -> known.hasSeen(customer) ? Decision.unchanged(known) : record.apply(known.meta()))
                .map(Updated::changed);
    }

    private Uni<Boolean> changed(String userId, Function<Account, Decision<Account, LoginProvisioned>> decide) {
        return accounts.update(userId, Visibility.ALL, decide).map(Updated::changed);
    }
}
