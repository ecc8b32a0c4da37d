package app.earlybird.auth.account.domain;

import app.earlybird.kit.domain.Failure;

/** Refusals about accounts. */
public final class AccountRefused {

    private AccountRefused() {}

    /** One answer for unknown, wrong, expired and inactive: it does not say which. */
    public static Failure credentials() {
        return new Failure(Failure.Kind.UNAUTHENTICATED, "invalid_credentials", "E-mail or password is wrong");
    }

    public static Failure wrongCurrentPassword() {
        return new Failure(Failure.Kind.REFUSED, "wrong_current_password", "The current password is wrong");
    }

    public static Failure emailTaken() {
        return new Failure(Failure.Kind.CONFLICT, "email_taken", "There is an account with this e-mail already");
    }

    public static Failure notFound() {
        return new Failure(Failure.Kind.NOT_FOUND, "account_not_found", "There is no such account");
    }

    public static Failure linkedFromCustomerSide() {
        return Failure.refused(
                "customer_link_not_allowed",
                "A user is linked on the customer, not when it is created",
                "customer_v2_id");
    }

    /** Otherwise the last admin could lock everybody out. */
    public static Failure ownAccount() {
        return new Failure(Failure.Kind.CONFLICT, "own_account", "Another admin must change your account");
    }

    /** Deactivated, or of another role, since the token was made. */
    public static Failure changed() {
        return new Failure(Failure.Kind.UNAUTHENTICATED, "account_changed", "Your account has changed; log in again");
    }

    /** It opens again with its customer. */
    public static Failure customerInactive() {
        return new Failure(
                Failure.Kind.CONFLICT,
                "customer_inactive",
                "The customer of this account is deactivated; reactivate the customer first");
    }

    public static Failure notOfStaff() {
        return new Failure(Failure.Kind.CONFLICT, "not_staff", "Only the role of staff can be changed");
    }

    public static Failure inactive() {
        return new Failure(Failure.Kind.CONFLICT, "account_inactive", "The account is not active");
    }

    /** Support invites customers; only an admin invites staff. */
    public static Failure onlyCustomers() {
        return new Failure(Failure.Kind.FORBIDDEN, "forbidden", "Your role may invite customers only");
    }

    public static Failure noPasswordsByInvite() {
        return Failure.invalid("password", "must be left out: the answer holds an invite");
    }
}
