package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.ChangeCustomer;
import app.earlybird.customer.register.application.EraseCustomer;
import app.earlybird.customer.register.application.FindCustomers;
import app.earlybird.customer.register.domain.AuditEntry;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.IfMatch;
import app.earlybird.kit.web.ReasonBody;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** The life of a customer; the same request twice changes nothing the second time. */
@Path("/api/phase0-v2/customers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustomerLifeResource {

    /**
     * All this service keeps of a customer. Her orders are at {@code /api/orders}, her deliveries at
     * {@code /api/my-deliveries}.
     *
     * @param audit what was done to her record, oldest first
     */
    record ExportBody(CustomerBody customer, List<AuditEntry> audit) {

        static ExportBody of(Customer customer) {
            return new ExportBody(CustomerBody.of(customer), customer.audit());
        }
    }

    /** @param items oldest first */
    record AuditBody(List<AuditEntry> items) {}

    private final ChangeCustomer changeCustomer;
    private final EraseCustomer eraseCustomer;
    private final FindCustomers findCustomers;
    private final Caller caller;

    CustomerLifeResource(
            ChangeCustomer changeCustomer, EraseCustomer eraseCustomer, FindCustomers findCustomers, Caller caller) {
        this.changeCustomer = changeCustomer;
        this.eraseCustomer = eraseCustomer;
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
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found, 409 customer_erased")
    @RolesAllowed(Roles.ADMIN)
    public Uni<CustomerBody> deactivate(@PathParam("id") @Identifier String id, @NotNull @Valid ReasonBody body) {
        return changeCustomer.deactivate(id, body.reason(), caller.actor()).map(CustomerBody::of);
    }

    /** Back to the status it had before. */
    @POST
    @Path("/reactivate")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found, 409 customer_erased")
    @RolesAllowed(Roles.ADMIN)
    public Uni<CustomerBody> reactivate(@PathParam("id") @Identifier String id, @NotNull @Valid ReasonBody body) {
        return changeCustomer.reactivate(id, body.reason(), caller.actor()).map(CustomerBody::of);
    }

    /** Personal fields are blanked, the login ends, and every service is told; what the business must keep stays. */
    @POST
    @Path("/erase")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "404 customer_not_found, 409 orders_open, 503 dependency_unavailable")
    @RolesAllowed(Roles.ADMIN)
    public Uni<CustomerBody> erase(@PathParam("id") @Identifier String id, @NotNull @Valid ReasonBody body) {
        return eraseCustomer.handle(id, body.reason(), caller.actor()).map(CustomerBody::of);
    }

    /** All this service keeps of a customer, for herself. */
    @GET
    @Path("/export")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    @RolesAllowed({Roles.ADMIN, Roles.CUSTOMER})
    public Uni<ExportBody> export(@PathParam("id") @Identifier String id) {
        return findCustomers.findById(id, caller.actor()).map(ExportBody::of);
    }

    /** The whole list of prices, in place of what is there. */
    @PUT
    @Path("/custom-prices")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found, 409 customer_erased")
    @RolesAllowed(Roles.ADMIN)
    public Uni<CustomerBody> price(
            @PathParam("id") @Identifier String id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid PricesBody body) {
        var target = new ChangeCustomer.Target(id, IfMatch.required(ifMatch), caller.actor());
        return changeCustomer.price(target, body.toPrices()).map(CustomerBody::of);
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
