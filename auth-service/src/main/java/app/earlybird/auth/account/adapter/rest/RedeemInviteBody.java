package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.Invites;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RedeemInviteBody(
        @NotNull @Size(min = 1, max = 300) String inviteToken,
        @NotNull @Size(min = 8, max = 72) String newPassword) {

    Invites.Redemption toRedemption() {
        return new Invites.Redemption(inviteToken, newPassword);
    }
}
