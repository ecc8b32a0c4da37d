package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.Secret;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The one account that nobody made: from configuration, once. */
@ApplicationScoped
public class EnsureFirstAdmin {

    private static final String ID = "first-admin";

    private final Accounts accounts;
    private final Passwords passwords;

    EnsureFirstAdmin(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    public Uni<Void> handle(String email, String password) {
        return accounts.findById(ID, Visibility.ALL)
                .onItem()
                .ifNull()
                .switchTo(() -> create(email, password))
                .replaceWithVoid();
    }

    /** Two instances may start at once: the second insert does nothing. */
    private Uni<Account> create(String email, String password) {
        var profile = new Account.Profile("First admin", null);
        return passwords
                .hash(password)
                .map(hash -> Account.staff(ID, new Email(email), profile, Roles.ADMIN, Secret.first(hash, null)))
                .call(admin -> accounts.insert(Decision.silent(admin)));
    }
}
