package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.ChangeCustomer;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.ApiExamples;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** What becomes of a customer; asking twice is asking once. */
@Path("/api/phase0-v2/customers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustomerLifeResource {

    private final ChangeCustomer changeCustomer;
    private final Caller caller;

    CustomerLifeResource(ChangeCustomer changeCustomer, Caller caller) {
        this.changeCustomer = changeCustomer;
        this.caller = caller;
    }

    /** From trial to active. */
    @POST
    @Path("/confirm")
    @Consumes(MediaType.WILDCARD)
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found, 409 customer_not_in_trial")
    @RolesAllowed({Roles.ADMIN, Roles.SUPPORT, Roles.MARKETING_STAFF})
    public Uni<CustomerBody> confirm(@PathParam("id") @Identifier String id) {
        return changeCustomer.confirm(id, caller.actor()).map(CustomerBody::of);
    }

    /** The customer stays on record; its login ends. */
    @POST
    @Path("/deactivate")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    @RolesAllowed(Roles.ADMIN)
    public Uni<CustomerBody> deactivate(@PathParam("id") @Identifier String id, @NotNull @Valid ReasonBody body) {
        return changeCustomer.deactivate(id, body.reason(), caller.actor()).map(CustomerBody::of);
    }

    /** Back to what it was before. */
    @POST
    @Path("/reactivate")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    @RolesAllowed(Roles.ADMIN)
    public Uni<CustomerBody> reactivate(@PathParam("id") @Identifier String id, @NotNull @Valid ReasonBody body) {
        return changeCustomer.reactivate(id, body.reason(), caller.actor()).map(CustomerBody::of);
    }

    @PUT
    @Path("/custom-prices")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    @RolesAllowed(Roles.ADMIN)
    public Uni<CustomerBody> price(@PathParam("id") @Identifier String id, @NotNull @Valid PricesBody body) {
        return changeCustomer.price(id, body.toPaise(), caller.actor()).map(CustomerBody::of);
    }
}
