package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.FindCustomers;
import app.earlybird.customer.register.application.LinkUser;
import app.earlybird.customer.register.application.Note;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.ApiExamples;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** Whose login a customer has. The answer comes before auth-service's: login_state says how far it is. */
@Path("/api/phase0-v2/customers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
class LinkResource {

    /** @param items oldest first */
    record AuditBody(List<Note> items) {}

    private final LinkUser linkUser;
    private final FindCustomers findCustomers;
    private final Caller caller;

    LinkResource(LinkUser linkUser, FindCustomers findCustomers, Caller caller) {
        this.linkUser = linkUser;
        this.findCustomers = findCustomers;
        this.caller = caller;
    }

    /** Wants an existing user for a customer that has none. */
    @POST
    @Path("/link")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "404 customer_not_found, 404 user_not_found, "
                    + "409 customer_already_linked, 409 customer_inactive, "
                    + "409 user_not_linkable, 503 dependency_unavailable")
    public Uni<CustomerBody> link(@PathParam("id") @Identifier String id, @NotNull @Valid LinkBody body) {
        return linkUser.link(body.toCommand(id, caller.actor())).map(CustomerBody::of);
    }

    /** The user loses the customer, and its sessions end. */
    @POST
    @Path("/unlink")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    public Uni<CustomerBody> unlink(@PathParam("id") @Identifier String id, @NotNull @Valid ReasonBody body) {
        return linkUser.unlink(id, body.reason(), caller.actor()).map(CustomerBody::of);
    }

    /** Wants another user instead. */
    @POST
    @Path("/relink")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "404 customer_not_found, 404 user_not_found, " + "409 customer_inactive, 409 user_not_linkable, "
                    + "503 dependency_unavailable")
    public Uni<CustomerBody> relink(@PathParam("id") @Identifier String id, @NotNull @Valid LinkBody body) {
        return linkUser.relink(body.toCommand(id, caller.actor())).map(CustomerBody::of);
    }

    /** What was done to the customer and its link, by whom and why. */
    @GET
    @Path("/audit")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    public Uni<AuditBody> audit(@PathParam("id") @Identifier String id) {
        return findCustomers.notes(id).map(AuditBody::new);
    }
}
