package app.earlybird.auth.account.application;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Accounts as the provisioning of customers needs them: never overwritten, never without their announcement. */
public interface Logins {

    /** The login of a customer, as far as the customer's state says. */
    record Login(
            String userId,
            String customerId,
            String name,
            @Nullable String phone,
            long customerSequence) {}

    /** Whose an account is; no customer's, when it is staff's or unlinked. */
    record Owner(@Nullable String customerId) {}

    /** Null when there is no such account. */
    Uni<@Nullable Owner> ownerOf(String userId);

    /** On its first secret; false when its id, e-mail or customer is taken. */
    Uni<Boolean> add(Login login);

    /** Takes over name and phone unless a newer state was seen; false when it was. */
    Uni<Boolean> refresh(Login login);
}
