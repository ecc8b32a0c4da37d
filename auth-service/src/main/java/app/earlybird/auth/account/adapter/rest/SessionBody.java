package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.LogIn;

/** @param expiresIn seconds */
record SessionBody(
        String accessToken, String tokenType, long expiresIn, boolean passwordChangeRequired, UserBody user) {

    static SessionBody of(LogIn.Session session) {
        var account = session.account();
        return new SessionBody(
                session.token().value(),
                "bearer",
                session.token().expiresIn(),
                account.secret().mustChange(),
                UserBody.of(account));
    }
}
