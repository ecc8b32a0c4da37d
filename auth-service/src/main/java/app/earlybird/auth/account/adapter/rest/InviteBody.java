package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.IssueInvite;
import java.time.Instant;

/** Shown once; pass the token to the owner of the account, who sets a password with it. */
record InviteBody(String inviteToken, Instant expiresAt) {

    static InviteBody of(IssueInvite.Issued issued) {
        return new InviteBody(issued.token().text(), issued.expiresAt());
    }
}
