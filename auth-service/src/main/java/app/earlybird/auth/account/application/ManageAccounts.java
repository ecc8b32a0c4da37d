package app.earlybird.auth.account.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an admin may do to the accounts of others; saying the same twice changes nothing. */
@ApplicationScoped
public class ManageAccounts {

    private final Accounts accounts;

    ManageAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    public Uni<Account> one(String id) {
        return accounts.withId(id).plug(orFail(AccountRefused::gone));
    }

    public Uni<Page<Account>> list(@Nullable String role, PageRequest page) {
        return accounts.list(role, page);
    }

    public Uni<Page<Account>> linked(PageRequest page) {
        return accounts.linked(page);
    }

    public Uni<List<Account>> ofCustomers(Collection<String> customerIds) {
        return accounts.ofCustomers(customerIds);
    }

    /** Deactivating ends every session. */
    public Uni<Account> setActive(String id, boolean active, Actor admin) {
        return change(id, admin, account -> {
            if (active && !account.standing().customerActive()) {
                throw AccountRefused.customerInactive();
            }
            return account.active(active);
        });
    }

    /** Between roles of staff; ends every session, which speaks of the old role. */
    public Uni<Account> setRole(String id, String role, Actor admin) {
        if (!Roles.STAFF.contains(role)) {
            throw Failure.invalid("role", "must be one of " + String.join(", ", Roles.STAFF));
        }
        return change(id, admin, account -> {
            if (!Roles.STAFF.contains(account.role())) {
                throw AccountRefused.notOfStaff();
            }
            return account.withRole(role);
        });
    }

    private Uni<Account> change(String id, Actor admin, UnaryOperator<Account> decision) {
        if (admin.id().equals(id)) {
            throw AccountRefused.ownAccount();
        }
        return Retrying.whileStale(() -> one(id).flatMap(account -> {
            var changed = decision.apply(account);
            return changed.equals(account) ? Uni.createFrom().item(account) : accounts.store(changed);
        }));
    }
}
