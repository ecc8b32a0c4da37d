package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Accounts as the provisioning of customers needs them: never overwritten, each with the state it was made from. */
public interface Logins {

    /** Null when there is none. */
    Uni<@Nullable Account> withId(String id);

    /** Stores the account, never without its announcement; false when its id, e-mail or customer is taken. */
    Uni<Boolean> add(Account account, LoginProvisioned announcement);

    /** Takes over name and phone unless a newer state was seen; false when it was. */
    Uni<Boolean> refresh(Account account, long customerSequence);
}
