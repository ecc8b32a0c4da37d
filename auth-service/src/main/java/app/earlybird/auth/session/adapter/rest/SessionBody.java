package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.account.application.User;
import app.earlybird.auth.session.application.OpenSession;
import org.jspecify.annotations.Nullable;

/**
 * A session; no refresh token while the password must be changed first.
 *
 * @param expiresIn seconds the access token lives
 * @param refreshExpiresIn seconds until the session ends unless it is refreshed
 */
record SessionBody(
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        @Nullable Long refreshExpiresIn,
        boolean passwordChangeRequired,
        User user) {

    static SessionBody of(OpenSession.Opened opened) {
        var refresh = opened.refresh();
        return new SessionBody(
                opened.access().value(),
                "bearer",
                opened.access().expiresIn(),
                refresh == null ? null : refresh.token().text(),
                refresh == null ? null : refresh.life().toSeconds(),
                opened.account().secret().mustChange(),
                User.of(opened.account()));
    }
}
