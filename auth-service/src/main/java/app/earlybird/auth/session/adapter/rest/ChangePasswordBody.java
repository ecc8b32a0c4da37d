package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.session.application.ChangePassword;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record ChangePasswordBody(
        @NotNull @Size(min = 1, max = 200) String currentPassword,
        @NotNull @Size(min = 8, max = 72) String newPassword) {

    ChangePassword.Command toCommand(String accountId, String address) {
        return new ChangePassword.Command(accountId, currentPassword, newPassword, address);
    }
}
