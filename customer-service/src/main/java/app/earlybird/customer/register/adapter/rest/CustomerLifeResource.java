package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.ChangeCustomer;
import app.earlybird.customer.register.application.FindCustomers;
import app.earlybird.customer.register.domain.AuditEntry;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.ReasonBody;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** The life of a customer; the same request twice changes nothing the second time. */
@Path("/api/phase0-v2/customers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustomerLifeResource {

    /** @param items oldest first */
    record AuditBody(List<AuditEntry> items) {}

    private final ChangeCustomer changeCustomer;
    private final FindCustomers findCustomers;
    private final Caller caller;

    CustomerLifeResource(ChangeCustomer changeCustomer, FindCustomers findCustomers, Caller caller) {
        this.changeCustomer = changeCustomer;
        this.findCustomers = findCustomers;
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

    /** Back to the status it had before. */
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
        return changeCustomer.price(id, body.toPrices(), caller.actor()).map(CustomerBody::of);
    }

    /** What was done to the customer and its link, by whom and why. */
    @GET
    @Path("/audit")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    @RolesAllowed(Roles.ADMIN)
    public Uni<AuditBody> audit(@PathParam("id") @Identifier String id) {
        return findCustomers.findAudit(id, caller.actor()).map(AuditBody::new);
    }
}
