package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who may log in; one account per e-mail, and at most one per customer. */
public interface Accounts {

    /** Null when there is none. */
    Uni<@Nullable Account> withEmail(Email email);

    /** Null when there is none. */
    Uni<@Nullable Account> withId(String id);

    /** Those that belong to one of these customers, in no order. */
    Uni<List<Account>> ofCustomers(Collection<String> customerIds);

    /** By id; of one role when one is named. */
    Uni<Page<Account>> list(@Nullable String role, PageRequest page);

    /** By id; those that belong to a customer. */
    Uni<Page<Account>> linked(PageRequest page);

    /** Fails with {@code email_taken}. */
    Uni<Account> add(Account account);

    /** Role, secret and standing; fails with StaleVersion when the account was changed since it was read. */
    Uni<Account> store(Account changed);
}
