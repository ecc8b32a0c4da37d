package app.earlybird.auth.account.application;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as the provisioning of customers needs them: never overwritten, never without their announcement. What writes
 * fails with StaleVersion when the account was changed since it was found.
 */
public interface Logins {

    /** The login of a customer, as far as the customer's state says. */
    record Login(
            String userId,
            String customerId,
            String name,
            @Nullable String phone,
            boolean customerActive,
            long customerSequence) {}

    /**
     * An account and whose it is.
     *
     * @param linkable an open account of role customer that is nobody's yet
     * @param appliedSequence the newest state of the asked customer that moved this account; 0 when none did
     */
    record Owner(String userId, @Nullable String customerId, boolean linkable, long appliedSequence, long version) {}

    /** Null when there is no such account. */
    Uni<@Nullable Owner> find(String userId, String customerId);

    /** Null when no account belongs to the customer. */
    Uni<@Nullable Owner> ofCustomer(String customerId);

    /** On its first secret; false when its id, e-mail or customer is taken. */
    Uni<Boolean> add(Login login);

    /** Makes an account the customer's; the answer is published. */
    Uni<Void> link(Owner owner, Login login, String result);

    /** Takes over name, phone and whether the customer is active. */
    Uni<Void> follow(Owner owner, Login login);

    /** Nobody's from here on; its sessions end. */
    Uni<Void> release(Owner owner, String customerId, long sequence);

    /** Shut for good, and nothing personal left in it; false when the customer has no account. */
    Uni<Boolean> erase(String customerId);
}
