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
        return new Failure(Failure.Kind.NOT_FOUND, "account_not_found", "This account does not exist any more");
    }

    public static Failure linkedFromCustomerSide() {
        return new Failure(
                Failure.Kind.REFUSED,
                "customer_link_not_allowed",
                "A user is linked from the customer's side, not when it is created");
    }
}
