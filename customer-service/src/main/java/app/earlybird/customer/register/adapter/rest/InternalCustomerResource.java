package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.FindCustomers;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For other services, which ask once for a customer whose events they have not seen yet. */
@Path("/internal/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
class InternalCustomerResource {

    private final FindCustomers findCustomers;
    private final Caller caller;

    InternalCustomerResource(FindCustomers findCustomers, Caller caller) {
        this.findCustomers = findCustomers;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    public Uni<CustomerStateBody> find(@PathParam("id") @Identifier String id) {
        return findCustomers.findById(id, caller.actor()).map(CustomerStateBody::of);
    }
}
