package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.usecase.AggregateStore;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who may log in; one account per e-mail, and at most one per customer. */
public interface Accounts extends AggregateStore<Account, LoginProvisioned> {

    /** Null when there is none. */
    Uni<@Nullable Account> findByEmail(Email email);

    /** Another e-mail in place of the one it has; no other act changes one. */
    Uni<Void> replaceEmail(String accountId, Email email);

    /** Null when there is none. */
    Uni<@Nullable Account> findByCustomerId(String customerId);

    /** Those that belong to one of these customers, in no order. */
    Uni<List<Account>> findAllByCustomerId(Collection<String> customerIds);

    /** By id; of one role when one is named. */
    Uni<Page<Account>> list(@Nullable String role, PageRequest page);

    /** Those that belong to a customer, by customer. */
    Uni<Page<Account>> listLinked(PageRequest page);
}
