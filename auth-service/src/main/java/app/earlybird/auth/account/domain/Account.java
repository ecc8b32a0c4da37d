package app.earlybird.auth.account.domain;

import app.earlybird.contracts.Roles;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who may log in. */
public record Account(
        String id,
        Email email,
        Profile profile,
        String role,
        @Nullable String customerId,
        Secret secret,
        boolean active,
        long version) {

    /** How people call and reach them. */
    public record Profile(String name, @Nullable String phone) {}

    /** A member of staff, on a first password that must be changed. */
    public static Account staff(String id, Email email, Profile profile, String role, String firstHash) {
        return new Account(id, email, profile, role, null, Secret.first(firstHash), true, 1);
    }

    /** The login that belongs to a customer, on the default password until it expires. */
    public static Account ofCustomer(String id, String customerId, Profile profile, Instant secretExpires) {
        var email = Email.ofCustomer(customerId);
        return new Account(
                id, email, profile, Roles.CUSTOMER, customerId, Secret.defaultPassword(secretExpires), true, 1);
    }

    /** After a change of the password by its owner. */
    public Account withOwnPassword(String hash) {
        return new Account(id, email, profile, role, customerId, Secret.own(hash), active, version);
    }
}
