package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.CreateStaff;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** @param invite where no first password was given */
record StaffCreatedBody(
        @JsonUnwrapped UserBody user, @Nullable InviteBody invite) {

    static StaffCreatedBody of(CreateStaff.Created created) {
        var invite = created.invite();
        return new StaffCreatedBody(UserBody.of(created.account()), invite == null ? null : InviteBody.of(invite));
    }
}
