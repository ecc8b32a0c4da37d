package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.FindAccount;
import app.earlybird.auth.account.application.User;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's account; {@code customer} is null when there is none to show, and {@code customer_status} says why. */
record MeBody(
        @JsonUnwrapped User user,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable Map<String, Object> customer,

        String customerStatus) {

    static MeBody of(FindAccount.Me me) {
        return new MeBody(
                User.of(me.account()),
                me.customer().document(),
                me.customer().status().name().toLowerCase(Locale.ROOT));
    }
}
