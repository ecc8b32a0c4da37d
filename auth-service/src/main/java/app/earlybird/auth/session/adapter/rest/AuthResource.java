package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.session.application.EndSessions;
import app.earlybird.auth.session.application.LogIn;
import app.earlybird.auth.session.application.RedeemInvite;
import app.earlybird.auth.session.application.RefreshSession;
import app.earlybird.kit.openapi.ApiExamples;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.Cache;

/** Everything that opens or ends a session. */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
class AuthResource {

    private final LogIn logIn;
    private final RefreshSession refreshSession;
    private final RedeemInvite redeemInvite;
    private final EndSessions endSessions;
    private final AuthLog log;

    AuthResource(
            LogIn logIn,
            RefreshSession refreshSession,
            RedeemInvite redeemInvite,
            EndSessions endSessions,
            AuthLog log) {
        this.logIn = logIn;
        this.refreshSession = refreshSession;
        this.redeemInvite = redeemInvite;
        this.endSessions = endSessions;
        this.log = log;
    }

    @POST
    @Path("/login")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "401 invalid_credentials, 429 too_many_attempts, 503 busy, " + "503 password_check_failed")
    @PermitAll
    public Uni<SessionBody> logIn(@NotNull @Valid LoginBody body, @Context HttpServerRequest request) {
        return logIn.handle(body.toCommand(ClientAddress.of(request)))
                .plug(log.of("login", ClientAddress.of(request)))
                .map(SessionBody::of);
    }

    /** A refresh token is valid once: use the one in the answer next. */
    @POST
    @Path("/refresh")
    @Extension(name = ApiExamples.PROBLEMS, value = "401 invalid_refresh_token, 429 too_many_requests")
    @PermitAll
    public Uni<SessionBody> refresh(@NotNull @Valid RefreshBody body, @Context HttpServerRequest request) {
        return refreshSession
                .handle(body.refreshToken())
                .plug(log.of("refresh", ClientAddress.of(request)))
                .map(SessionBody::of);
    }

    /** Ends the session of this token; answers the same when it has ended before. */
    @POST
    @Path("/logout")
    @PermitAll
    @APIResponse(responseCode = "204", description = "No Content")
    public Uni<Void> logOut(@NotNull @Valid RefreshBody body) {
        return endSessions.logOut(body.refreshToken());
    }

    /** Sets a password with the token of an invite, once. */
    @POST
    @Path("/redeem-invite")
    @Extension(name = ApiExamples.PROBLEMS, value = "400 invalid_invite, 503 busy")
    @PermitAll
    public Uni<SessionBody> redeemInvite(@NotNull @Valid RedeemInviteBody body, @Context HttpServerRequest request) {
        return redeemInvite
                .handle(body.toCommand())
                .plug(log.of("redeem-invite", ClientAddress.of(request)))
                .map(SessionBody::of);
    }
}
