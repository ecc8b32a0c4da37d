package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.kit.domain.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Whether the account still has the role and state of its token. Other services learn of a change within the life of a
 * token; this one checks at once, so that nobody uses the last minutes of a token to regain what was taken away.
 */
@ApplicationScoped
public class CurrentAccount {

    private final Accounts accounts;

    CurrentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Fails with {@code account_changed}. Accounts are never deleted: a missing one is none of this service's. */
    public Uni<Void> check(String id, String role) {
        return accounts.findById(id, Visibility.ALL)
                .invoke(account -> mustBeAsInToken(account, role))
                .replaceWithVoid();
    }

    private static void mustBeAsInToken(@Nullable Account account, String role) {
        if (account != null && !(account.status().isOpen() && account.role().equals(role))) {
            throw AccountRefused.changed();
        }
    }
}
