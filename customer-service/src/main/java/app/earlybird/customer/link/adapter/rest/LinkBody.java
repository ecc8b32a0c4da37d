package app.earlybird.customer.link.adapter.rest;

import app.earlybird.customer.link.application.LinkUser;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.Text;
import jakarta.validation.constraints.NotNull;

/** The user to link, and why. */
record LinkBody(
        @NotNull @Identifier String userId, @NotNull @Text String reason) {

    LinkUser.Command toCommand(String customerId, Actor admin) {
        return new LinkUser.Command(customerId, userId, reason, admin);
    }
}
