package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A missing or bad token is 401 with a challenge, a role that may not is 403; neither says more. No keys is 503. */
class AuthenticationMapper {

    @ServerExceptionMapper
    public Response missing(UnauthorizedException failure, UriInfo uri) {
        return challenge(uri);
    }

    @ServerExceptionMapper
    public Response bad(AuthenticationFailedException failure, UriInfo uri) {
        return keysAreAway(failure)
                ? Problem.of(Failure.unavailable("keys_unavailable", "Tokens cannot be verified now, try again"), uri)
                : challenge(uri);
    }

    @ServerExceptionMapper
    public Response role(ForbiddenException failure, UriInfo uri) {
        return Problem.of(403, "forbidden", "Your role may not do this", List.of(), uri)
                .build();
    }

    /** auth-service was never reached since the start: that says nothing about the token. */
    private static boolean keysAreAway(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }

    private static Response challenge(UriInfo uri) {
        return Problem.of(401, "unauthenticated", "A valid bearer token is needed", List.of(), uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
