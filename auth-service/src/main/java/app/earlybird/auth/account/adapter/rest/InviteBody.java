package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.Invites;
import java.time.Instant;

/** Shown once; hand the token to its owner, who sets a password with it. */
record InviteBody(String inviteToken, Instant expiresAt) {

    static InviteBody of(Invites.Issued issued) {
        return new InviteBody(issued.token().text(), issued.expiresAt());
    }
}
