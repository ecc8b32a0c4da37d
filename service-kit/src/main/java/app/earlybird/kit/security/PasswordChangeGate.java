package app.earlybird.kit.security;

import app.earlybird.contracts.TokenClaims;
import app.earlybird.kit.domain.Failure;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every route of every service is shut to an account on its first secret, until it has set its own (decision 4). */
class PasswordChangeGate {

    private final JsonWebToken token;

    PasswordChangeGate(JsonWebToken token) {
        this.token = token;
    }

    @ServerRequestFilter
    public void check(ResourceInfo resource) {
        String scope = token.getRawToken() == null ? null : token.getClaim(TokenClaims.SCOPE);
        var scopes = Objects.requireNonNullElse(scope, "").split(" ", -1);
        var open = resource.getResourceMethod().isAnnotationPresent(AllowedBeforePasswordChange.class);
        if (!open && Arrays.asList(scopes).contains(TokenClaims.PASSWORD_CHANGE)) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN, "password_change_required", "Set your own password before anything else");
        }
    }
}
