package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes an admin makes to the accounts of others; the same request twice changes nothing the second time. */
@ApplicationScoped
public class ManageAccounts {

    private final Accounts accounts;

    ManageAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    public Uni<Account> findById(String id) {
        return accounts.getById(id, Visibility.ALL);
    }

    public Uni<Page<Account>> list(@Nullable String role, PageRequest page) {
        return accounts.list(role, page);
    }

    public Uni<Page<Account>> listLinked(PageRequest page) {
        return accounts.listLinked(page);
    }

    public Uni<List<Account>> findAllByCustomerId(Collection<String> customerIds) {
        return accounts.findAllByCustomerId(customerIds);
    }

    /** Deactivating ends every session. */
    public Uni<Account> setActive(String id, boolean active, Actor admin) {
        return change(id, admin, account -> account.activate(active));
    }

    /** Between roles of staff. */
    public Uni<Account> setRole(String id, String role, Actor admin) {
        if (!Roles.STAFF.contains(role)) {
            throw Failure.invalid("role", "must be one of " + String.join(", ", Roles.STAFF));
        }
        return change(id, admin, account -> account.changeRole(role));
    }

    private Uni<Account> change(String id, Actor admin, Function<Account, Decision<Account, LoginProvisioned>> decide) {
        if (admin.id().equals(id)) {
            throw AccountRefused.ownAccount();
        }
        return accounts.update(id, Visibility.ALL, decide).map(Updated::state);
    }
}
