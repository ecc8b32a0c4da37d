package app.earlybird.auth.session.domain;

import app.earlybird.kit.domain.Failure;

/** Refusals about sessions. */
public final class SessionRefused {

    private SessionRefused() {}

    /** Missing and not yours are one answer. */
    public static Failure notFound() {
        return new Failure(Failure.Kind.NOT_FOUND, "session_not_found", "There is no such session");
    }
}
