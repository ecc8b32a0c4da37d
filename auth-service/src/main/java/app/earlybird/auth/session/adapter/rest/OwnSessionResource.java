package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.session.application.ChangePassword;
import app.earlybird.auth.session.application.EndSessions;
import app.earlybird.auth.session.application.FindSessions;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.AllowedBeforePasswordChange;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.Identifier;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** The caller's own sessions and password. */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Cache(noStore = true)
class OwnSessionResource {

    private final FindSessions findSessions;
    private final EndSessions endSessions;
    private final ChangePassword changePassword;
    private final AuthLog log;
    private final Caller caller;

    OwnSessionResource(
            FindSessions findSessions,
            EndSessions endSessions,
            ChangePassword changePassword,
            AuthLog log,
            Caller caller) {
        this.findSessions = findSessions;
        this.endSessions = endSessions;
        this.changePassword = changePassword;
        this.log = log;
        this.caller = caller;
    }

    @POST
    @Path("/change-password")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "400 wrong_current_password, 404 account_not_found, "
                    + "409 account_inactive, 429 too_many_attempts, 503 busy")
    @AllowedBeforePasswordChange
    public Uni<SessionBody> changePassword(
            @NotNull @Valid ChangePasswordBody body, @Context HttpServerRequest request) {
        return changePassword
                .handle(body.toCommand(caller.actor().id(), ClientAddress.of(request)))
                .plug(log.of("change-password", ClientAddress.of(request)))
                .map(SessionBody::of);
    }

    /** Where the caller is logged in. */
    @GET
    @Path("/sessions")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 account_not_found")
    public Uni<Page<OpenSessionBody>> sessions(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        var account = caller.actor().id();
        return findSessions
                .handle(account, PageRequest.of(limit, cursor, "sessions", account))
                .map(page -> page.map(OpenSessionBody::of));
    }

    @DELETE
    @Path("/sessions")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 account_not_found")
    public Uni<Void> endAll() {
        return endSessions.endAll(caller.actor().id());
    }

    @DELETE
    @Path("/sessions/{id}")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 session_not_found")
    public Uni<Void> end(@PathParam("id") @Identifier String id) {
        return endSessions.endOne(caller.actor().id(), id);
    }
}
