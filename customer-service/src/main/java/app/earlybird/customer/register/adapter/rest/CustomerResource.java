package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.FindCustomers;
import app.earlybird.customer.register.application.RegisterCustomer;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.IdempotencyKey;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/phase0-v2/customers")
@Produces(MediaType.APPLICATION_JSON)
class CustomerResource {

    private static final String CREATE = "POST /api/phase0-v2/customers";

    private final RegisterCustomer registerCustomer;
    private final FindCustomers findCustomers;
    private final Caller caller;

    CustomerResource(RegisterCustomer registerCustomer, FindCustomers findCustomers, Caller caller) {
        this.registerCustomer = registerCustomer;
        this.findCustomers = findCustomers;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.MARKETING_STAFF, Roles.SUPPORT})
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponseSchema(value = CustomerBody.class, responseCode = "201", responseDescription = "Created")
    public Uni<CustomerBody> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewCustomerBody body) {
        var actor = caller.actor();
        var idempotency = IdempotencyKey.of(key, actor.id(), CREATE, body);
        return registerCustomer
                .handle(body.toCommand(idempotency, actor))
                .invoke(customer -> idempotency.mustMatch(customer.origin().requestDigest()))
                .map(CustomerBody::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.ADMIN,
        Roles.DELIVERY_MANAGER,
        Roles.SUPPORT,
        Roles.BILLING,
        Roles.MARKETING_STAFF,
        Roles.CUSTOMER
    })
    public Uni<CustomerBody> find(@PathParam("id") @Identifier String id) {
        return findCustomers.one(id, caller.actor()).map(CustomerBody::of);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING, Roles.MARKETING_STAFF})
    public Uni<Page<CustomerBody>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        var actor = caller.actor();
        return findCustomers
                .list(PageRequest.of(limit, cursor, "customers", actor.role(), actor.id()), actor)
                .map(page -> page.map(CustomerBody::of));
    }
}
