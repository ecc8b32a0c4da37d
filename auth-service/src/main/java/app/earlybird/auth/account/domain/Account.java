package app.earlybird.auth.account.domain;

import app.earlybird.contracts.Roles;
import org.jspecify.annotations.Nullable;

/** Somebody who may log in. */
public record Account(
        String id,
        Email email,
        Profile profile,
        String role,
        @Nullable String customerId,
        Secret secret,
        Standing standing,
        long version) {

    /** How people call and reach them. */
    public record Profile(String name, @Nullable String phone) {}

    /**
     * Whether it may be used, and which of its sessions live.
     *
     * @param active an admin's word
     * @param customerActive false while the customer it belongs to is deactivated
     * @param sessionEpoch a session lives only as long as this is what it was when the session was opened: so that one
     *     write ends them all, together with what ends them
     */
    public record Standing(boolean active, boolean customerActive, long sessionEpoch) {

        static final Standing NEW = new Standing(true, true, 0);

        public boolean isOpen() {
            return active && customerActive;
        }

        private Standing nextEpoch() {
            return new Standing(active, customerActive, sessionEpoch + 1);
        }
    }

    /** A member of staff, on a first password that must be changed, or on an invite. */
    public static Account staff(String id, Email email, Profile profile, String role, Secret secret) {
        return new Account(id, email, profile, role, null, secret, Standing.NEW, 1);
    }

    /** The login that belongs to a customer. */
    public static Account ofCustomer(
            String id, String customerId, Profile profile, Secret secret, boolean customerActive) {
        var email = Email.ofCustomer(customerId);
        var standing = new Standing(true, customerActive, 0);
        return new Account(id, email, profile, Roles.CUSTOMER, customerId, secret, standing, 1);
    }

    public boolean isLinkable() {
        return role.equals(Roles.CUSTOMER) && customerId == null && standing.active();
    }

    /** After a change of the password by its owner; whoever knew the old one is out. */
    public Account withOwnPassword(String hash) {
        return with(role, customerId, Secret.own(hash), standing.nextEpoch());
    }

    /** The same password, kept in today's way. */
    public Account rehashed(String hash) {
        return with(role, customerId, secret.rehashed(hash), standing);
    }

    public Account invited(Secret.Invite invite) {
        return with(role, customerId, secret.with(invite), standing);
    }

    /** Stays itself when it is so already. */
    public Account active(boolean wanted) {
        if (standing.active() == wanted) {
            return this;
        }
        var next = new Standing(wanted, standing.customerActive(), standing.sessionEpoch() + 1);
        return with(role, customerId, secret, next);
    }

    /** Stays itself when it is so already. */
    public Account withRole(String wanted) {
        return role.equals(wanted) ? this : with(wanted, customerId, secret, standing.nextEpoch());
    }

    public Account withoutSessions() {
        return with(role, customerId, secret, standing.nextEpoch());
    }

    /** From an unlinked account of role customer. */
    public Account linkedTo(String customer) {
        return with(role, customer, secret, standing.nextEpoch());
    }

    /** Was it shut with its customer, it stays shut until it is another's. */
    public Account unlinked() {
        return with(role, null, secret, standing.nextEpoch());
    }

    /** What the customer's own state says; the end of its active life ends the sessions. */
    public Account following(Profile known, boolean customerActive) {
        var ended = standing.customerActive() && !customerActive;
        var epoch = ended ? standing.sessionEpoch() + 1 : standing.sessionEpoch();
        var next = new Standing(standing.active(), customerActive, epoch);
        return new Account(id, email, known, role, customerId, secret, next, version);
    }

    /** As it is after a write. */
    public Account stored() {
        return new Account(id, email, profile, role, customerId, secret, standing, version + 1);
    }

    private Account with(String newRole, @Nullable String customer, Secret newSecret, Standing newStanding) {
        return new Account(id, email, profile, newRole, customer, newSecret, newStanding, version);
    }
}
