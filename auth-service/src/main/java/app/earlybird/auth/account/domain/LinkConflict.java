package app.earlybird.auth.account.domain;

import app.earlybird.kit.domain.Failure;

/** Why a customer cannot have the user it should have; the code is published in {@code LoginProvisioned}. */
public final class LinkConflict extends Failure {

    private LinkConflict(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    static LinkConflict linkedElsewhere() {
        return new LinkConflict("user_linked_elsewhere", "The user belongs to another customer");
    }

    static LinkConflict notLinkable() {
        return new LinkConflict("user_not_linkable", "Only an active, unlinked user of role customer can be linked");
    }

    public static LinkConflict userNotFound() {
        return new LinkConflict("user_not_found", "There is no such user");
    }

    public static LinkConflict loginTaken() {
        return new LinkConflict("login_taken", "Another account has the e-mail of this login");
    }
}
