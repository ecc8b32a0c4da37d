package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.session.application.LogIn;
import app.earlybird.kit.web.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The e-mail is any text: the reserved domain of provisioned customers must pass. */
record LoginBody(
        @NotNull @Text String email,
        @NotNull @Size(min = 1, max = 200) String password) {

    LogIn.Command toCommand(String address) {
        return new LogIn.Command(new Email(email), password, address);
    }
}
