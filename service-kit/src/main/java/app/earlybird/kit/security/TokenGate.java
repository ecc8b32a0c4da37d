package app.earlybird.kit.security;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.TokenClaims;
import app.earlybird.kit.domain.Failure;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What a token opens beside its role. Every route of every service is shut to an account on its first secret, until it
 * has set its own (decision 4); and a service's token opens internal routes only.
 */
class TokenGate {

    private static final String INTERNAL = "/internal/";

    private final CurrentIdentityAssociation identity;

    TokenGate(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    public Uni<Void> check(ResourceInfo resource, ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method.isAnnotationPresent(PermitAll.class)) {
            return Uni.createFrom().voidItem();
        }
        var path = request.getUriInfo().getPath();
        return identity.getDeferredIdentity()
                .invoke(caller -> mustBeInternalTo(caller, path))
                .invoke(caller -> {
                    if (!method.isAnnotationPresent(AllowedBeforePasswordChange.class)) {
                        mustBeOpenTo(caller.getPrincipal());
                    }
                })
                .replaceWithVoid();
    }

    private static void mustBeInternalTo(SecurityIdentity caller, String path) {
        if (caller.hasRole(Roles.SERVICE) && !path.startsWith(INTERNAL)) {
            throw new Failure(Failure.Kind.FORBIDDEN, "forbidden", "Your role may not do this");
        }
    }

    private static void mustBeOpenTo(Principal caller) {
        if (caller instanceof JsonWebToken token && scopes(token).contains(TokenClaims.PASSWORD_CHANGE)) {
            throw new Failure(
                    Failure.Kind.FORBIDDEN, "password_change_required", "Set your own password before anything else");
        }
    }

    private static List<String> scopes(JsonWebToken token) {
        String scope = token.getClaim(TokenClaims.SCOPE);
        return Arrays.asList(Objects.requireNonNullElse(scope, "").split(" ", -1));
    }
}
