package app.earlybird.customer.link.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.link.application.LinkUser;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.ReasonBody;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** Which user a customer is linked to. These routes answer before auth-service has: login_state says how far it is. */
@Path("/api/phase0-v2/customers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
class LinkResource {

    private final LinkUser linkUser;
    private final Caller caller;

    LinkResource(LinkUser linkUser, Caller caller) {
        this.linkUser = linkUser;
        this.caller = caller;
    }

    /** Links an existing user to a customer that has none. */
    @POST
    @Path("/link")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "404 customer_not_found, 404 user_not_found, "
                    + "409 customer_already_linked, 409 customer_inactive, "
                    + "409 user_not_linkable, 503 dependency_unavailable")
    public Uni<LinkStateBody> link(@PathParam("id") @Identifier String id, @NotNull @Valid LinkBody body) {
        return linkUser.link(body.toCommand(id, caller.actor())).map(LinkStateBody::of);
    }

    /** The user loses the customer, and its sessions end. */
    @POST
    @Path("/unlink")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    public Uni<LinkStateBody> unlink(@PathParam("id") @Identifier String id, @NotNull @Valid ReasonBody body) {
        return linkUser.unlink(id, body.reason(), caller.actor()).map(LinkStateBody::of);
    }

    /** Links another user instead. */
    @POST
    @Path("/relink")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "404 customer_not_found, 404 user_not_found, " + "409 customer_inactive, 409 user_not_linkable, "
                    + "503 dependency_unavailable")
    public Uni<LinkStateBody> relink(@PathParam("id") @Identifier String id, @NotNull @Valid LinkBody body) {
        return linkUser.relink(body.toCommand(id, caller.actor())).map(LinkStateBody::of);
    }
}
