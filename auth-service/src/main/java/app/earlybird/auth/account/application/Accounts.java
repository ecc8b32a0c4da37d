package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.Email;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Everybody who may log in; one account per e-mail, and at most one per customer. */
public interface Accounts {

    /** Null when there is none. */
    Uni<@Nullable Account> withEmail(Email email);

    /** Null when there is none. */
    Uni<@Nullable Account> withId(String id);

    /** Fails with {@code email_taken}. */
    Uni<Account> add(Account account);

    /** Fails with StaleVersion when the account was changed since it was read. */
    Uni<Account> replaceSecret(Account changed);
}
