package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.CreateStaff;
import app.earlybird.auth.account.application.User;
import app.earlybird.kit.usecase.Versioned;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** @param invite where no first password was given */
record StaffCreatedBody(@JsonUnwrapped User user, @Nullable InviteBody invite) implements Versioned {

    @Override
    public long version() {
        return user.version();
    }

    static StaffCreatedBody of(CreateStaff.Created created) {
        var invite = created.invite();
        return new StaffCreatedBody(User.of(created.account()), invite == null ? null : InviteBody.of(invite));
    }
}
