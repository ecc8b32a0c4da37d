package app.earlybird.auth.account.domain;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who may log in. */
public record Account(
        String id,
        Email email,
        Profile profile,
        String role,
        @Nullable String customerId,
        Secret secret,
        AccountStatus status,
        AggregateMeta meta)
        implements Aggregate {

    private static final String ERASED = "erased";

    public record Profile(String name, @Nullable String phone) {}

    /** A member of staff, on a first password that must be changed, or on an invite. */
    public static Account staff(String id, Email email, Profile profile, String role, Secret secret) {
        return new Account(id, email, profile, role, null, secret, AccountStatus.NEW, AggregateMeta.NEW);
    }

    /** The login of a customer that has none. */
    public static Decision<Account, LoginProvisioned> ofCustomer(String id, CustomerState customer, Secret secret) {
        var status = new AccountStatus(true, customer.active(), 0);
        var meta = AggregateMeta.newFrom(customer.id(), customer.sequence());
        var email = Email.ofCustomer(customer.id());
        return Decision.of(
                new Account(id, email, customer.profile(), Roles.CUSTOMER, customer.id(), secret, status, meta),
                LoginProvisioned.of(customer, id, LoginProvisioned.CREATED));
    }

    @Override
    public String businessKey() {
        return id;
    }

    public boolean isLinkable() {
        return role.equals(Roles.CUSTOMER) && customerId == null && status.active();
    }

    /**
     * Takes in a state of the customer it shall belong to: name, phone, whether the customer is active, and the link.
     * Refused with a {@link LinkConflict}.
     */
    public Decision<Account, LoginProvisioned> follow(CustomerState customer) {
        if (meta.hasApplied(customer.id(), customer.sequence())) {
            return Decision.unchanged(this);
        }
        var linked = customer.id().equals(customerId);
        if (!linked) {
            mustBeLinkable();
        }
        var next = following(customer, linked ? status : status.withoutSessions());
        if (linked && customer.requestedUserId() == null) {
            return Decision.silent(next);
        }
        var result = linked ? LoginProvisioned.ALREADY_LINKED : LoginProvisioned.LINKED;
        return Decision.of(next, LoginProvisioned.of(customer, id, result));
    }

    private void mustBeLinkable() {
        if (customerId != null) {
            throw LinkConflict.linkedElsewhere();
        }
        if (!isLinkable()) {
            throw LinkConflict.notLinkable();
        }
    }

    private Account following(CustomerState customer, AccountStatus epoch) {
        return new Account(
                id,
                email,
                customer.profile(),
                role,
                customer.id(),
                secret,
                epoch.withCustomerActive(customer.active()),
                meta.with(customer.id(), customer.sequence()));
    }

    /** Ends the link to a customer that has another user now. A closed account stays closed until it is linked again. */
    public Decision<Account, LoginProvisioned> release(CustomerState customer) {
        if (!customer.id().equals(customerId) || meta.hasApplied(customer.id(), customer.sequence())) {
            return Decision.unchanged(this);
        }
        var next = meta.with(customer.id(), customer.sequence());
        return Decision.silent(new Account(id, email, profile, role, null, secret, status.withoutSessions(), next));
    }

    /** The customer's data is erased: closed for good, linked to nobody, and nothing personal left in it. */
    public Decision<Account, LoginProvisioned> erase(String customer) {
        if (!customer.equals(customerId)) {
            return Decision.unchanged(this);
        }
        var nobody = new Profile(ERASED, null);
        var closed = status.withCustomerActive(false).withActive(false);
        return Decision.silent(new Account(id, email, nobody, role, null, Secret.none(), closed, meta));
    }

    /**
     * The owner changed the password; every session ends.
     *
     * @param verified what the current password was verified against: another change may have won since
     */
    public Decision<Account, LoginProvisioned> changePassword(Secret verified, String newHash) {
        if (!status.isOpen()) {
            throw AccountRefused.inactive();
        }
        if (!Objects.equals(verified.hash(), secret.hash())) {
            throw AccountRefused.wrongCurrentPassword();
        }
        return withOwnPassword(newHash);
    }

    /** Whoever knew the old password is out. */
    public Decision<Account, LoginProvisioned> withOwnPassword(String hash) {
        return Decision.silent(with(role, Secret.own(hash), status.withoutSessions()));
    }

    /** The same password with a hash of today's cost, unless the secret was changed since it was verified. */
    public Decision<Account, LoginProvisioned> rehash(Secret verified, String hash) {
        return secret.equals(verified)
                ? Decision.silent(with(role, secret.rehashed(hash), status))
                : Decision.unchanged(this);
    }

    public Account invited(Secret.Invite invite) {
        return with(role, secret.with(invite), status);
    }

    public Decision<Account, LoginProvisioned> activate(boolean wanted) {
        if (wanted && !status.customerActive()) {
            throw AccountRefused.customerInactive();
        }
        return status.active() == wanted
                ? Decision.unchanged(this)
                : Decision.silent(with(role, secret, status.withActive(wanted)));
    }

    /** Between roles of staff; ends every session, which has the old role. */
    public Decision<Account, LoginProvisioned> changeRole(String wanted) {
        if (!Roles.STAFF.contains(role)) {
            throw AccountRefused.notOfStaff();
        }
        return role.equals(wanted)
                ? Decision.unchanged(this)
                : Decision.silent(with(wanted, secret, status.withoutSessions()));
    }

    public Decision<Account, LoginProvisioned> endSessions() {
        return Decision.silent(with(role, secret, status.withoutSessions()));
    }

    private Account with(String newRole, Secret newSecret, AccountStatus newStatus) {
        return new Account(id, email, profile, newRole, customerId, newSecret, newStatus, meta);
    }
}
