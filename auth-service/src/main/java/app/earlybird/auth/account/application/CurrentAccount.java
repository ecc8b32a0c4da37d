package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Whether the account is still what its token says. Other services learn of a change within the life of a token; this
 * one knows at once, so that nobody uses the last minutes of a token to make up for what was taken away.
 */
@ApplicationScoped
public class CurrentAccount {

    private final Accounts accounts;

    CurrentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Fails with {@code account_changed}. Accounts are never deleted: a missing one is none of this service's. */
    public Uni<Void> check(String id, String role) {
        return accounts.withId(id)
                .invoke(account -> mustBeAsInToken(account, role))
                .replaceWithVoid();
    }

    private static void mustBeAsInToken(@Nullable Account account, String role) {
        if (account != null && !(account.standing().isOpen() && account.role().equals(role))) {
            throw AccountRefused.changed();
        }
    }
}
