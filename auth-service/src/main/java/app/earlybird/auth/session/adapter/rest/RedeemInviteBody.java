package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.session.application.RedeemInvite;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RedeemInviteBody(
        @NotNull @Size(min = 1, max = 300) String inviteToken,
        @NotNull @Size(min = 8, max = 72) String newPassword) {

    RedeemInvite.Command toCommand() {
        return new RedeemInvite.Command(inviteToken, newPassword);
    }
}
