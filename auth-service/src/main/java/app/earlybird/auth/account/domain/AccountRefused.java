package app.earlybird.auth.account.domain;

import app.earlybird.kit.domain.Failure;

/** Refusals about accounts. */
public final class AccountRefused {

    private AccountRefused() {}

    /** One answer for unknown, wrong, expired and inactive: it tells nobody which. */
    public static Failure credentials() {
        return new Failure(Failure.Kind.UNAUTHENTICATED, "invalid_credentials", "E-mail or password is wrong");
    }

    public static Failure wrongCurrentPassword() {
        return new Failure(Failure.Kind.REFUSED, "wrong_current_password", "The current password is wrong");
    }

    public static Failure emailTaken() {
        return new Failure(Failure.Kind.CONFLICT, "email_taken", "There is an account with this e-mail already");
    }

    public static Failure gone() {
        return new Failure(Failure.Kind.NOT_FOUND, "account_not_found", "There is no such account");
    }

    public static Failure linkedFromCustomerSide() {
        return new Failure(
                Failure.Kind.REFUSED,
                "customer_link_not_allowed",
                "A user is linked from the customer's side, not when it is created");
    }

    /** Or the last admin could shut everybody out. */
    public static Failure ownAccount() {
        return new Failure(
                Failure.Kind.CONFLICT, "own_account", "Another admin must do this to your account; you cannot");
    }

    /** Deactivated, or of another role, since the token was made. */
    public static Failure changed() {
        return new Failure(
                Failure.Kind.UNAUTHENTICATED, "account_changed", "Your account has changed since; log in again");
    }

    /** Whose customer is deactivated opens with the customer, not before. */
    public static Failure customerInactive() {
        return new Failure(
                Failure.Kind.CONFLICT, "customer_inactive", "Its customer is deactivated; reactivate the customer");
    }

    public static Failure notOfStaff() {
        return new Failure(
                Failure.Kind.CONFLICT, "not_staff", "The login of a customer keeps its role; only staff change theirs");
    }

    public static Failure inactive() {
        return new Failure(Failure.Kind.CONFLICT, "account_inactive", "The account is not active");
    }

    /** Support helps customers; only an admin lets staff in. */
    public static Failure onlyCustomers() {
        return new Failure(Failure.Kind.FORBIDDEN, "forbidden", "Your role may invite customers only");
    }

    public static Failure noPasswordsByInvite() {
        return Failure.invalid("password", "is not chosen by others here; the answer holds an invite");
    }

    public static Failure notYourSession() {
        return new Failure(Failure.Kind.NOT_FOUND, "session_not_found", "There is no such session");
    }
}
