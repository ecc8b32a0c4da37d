package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.session.application.EndSessions;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** Sessions of others. */
@Path("/api/admin/users/{id}/sessions")
@Produces(MediaType.APPLICATION_JSON)
class UserSessionResource {

    private final EndSessions endSessions;

    UserSessionResource(EndSessions endSessions) {
        this.endSessions = endSessions;
    }

    @DELETE
    @Extension(name = ApiExamples.PROBLEMS, value = "404 account_not_found")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Void> endAll(@PathParam("id") @Identifier String id) {
        return endSessions.endAll(id);
    }
}
