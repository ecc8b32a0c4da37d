package app.earlybird.kit.http;

import app.earlybird.kit.usecase.CallLimits;
import app.earlybird.kit.web.IdempotencyKey;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Limits of the caller who is proven by the token: of routes that are {@link Limited}, and of idempotency keys. */
class LimitFilter {

    private static final String KEYS = "idempotency-keys";

    private final CurrentIdentityAssociation identity;
    private final CallLimits limits;

    LimitFilter(CurrentIdentityAssociation identity, CallLimits limits) {
        this.identity = identity;
        this.limits = limits;
    }

    @ServerRequestFilter
    public Uni<Void> check(ResourceInfo resource, ContainerRequestContext request) {
        var limited = resource.getResourceMethod().getAnnotation(Limited.class);
        var keyed = request.getHeaderString(IdempotencyKey.HEADER) != null;
        if (limited == null && !keyed) {
            return Uni.createFrom().voidItem();
        }
        return identity.getDeferredIdentity()
                .invoke(caller -> {
                    if (!caller.isAnonymous()) {
                        Stream.concat(
                                        limited == null ? Stream.empty() : Stream.of(limited.value()),
                                        keyed ? Stream.of(KEYS) : Stream.empty())
                                .forEach(limit ->
                                        limits.take(limit, caller.getPrincipal().getName()));
                    }
                })
                .replaceWithVoid();
    }
}
