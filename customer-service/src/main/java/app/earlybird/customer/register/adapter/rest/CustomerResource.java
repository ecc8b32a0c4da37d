package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.ChangeCustomer;
import app.earlybird.customer.register.application.Customers;
import app.earlybird.customer.register.application.FindCustomers;
import app.earlybird.customer.register.application.RegisterCustomer;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.IdempotencyKey;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/phase0-v2/customers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CustomerResource {

    private static final String CREATE = "POST /api/phase0-v2/customers";

    private final RegisterCustomer registerCustomer;
    private final FindCustomers findCustomers;
    private final ChangeCustomer changeCustomer;
    private final CustomerPatch patches;
    private final Caller caller;

    CustomerResource(
            RegisterCustomer registerCustomer,
            FindCustomers findCustomers,
            ChangeCustomer changeCustomer,
            CustomerPatch patches,
            Caller caller) {
        this.registerCustomer = registerCustomer;
        this.findCustomers = findCustomers;
        this.changeCustomer = changeCustomer;
        this.patches = patches;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.MARKETING_STAFF, Roles.SUPPORT})
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "403 field_not_allowed, 404 user_not_found, "
                    + "409 user_not_linkable, 422 idempotency_key_reused, "
                    + "503 dependency_unavailable, 503 not_visible_yet")
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
    @Extension(name = ApiExamples.PROBLEMS, value = "404 customer_not_found")
    @RolesAllowed({
        Roles.ADMIN,
        Roles.DELIVERY_MANAGER,
        Roles.SUPPORT,
        Roles.BILLING,
        Roles.MARKETING_STAFF,
        Roles.CUSTOMER
    })
    public Uni<CustomerBody> find(@PathParam("id") @Identifier String id) {
        return findCustomers.findById(id, caller.actor()).map(CustomerBody::of);
    }

    /** By id; marketing staff see their own, whatever they ask for. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING, Roles.MARKETING_STAFF})
    public Uni<Page<CustomerBody>> list(
            @QueryParam("status")
                    @Nullable @Pattern(
                            regexp = "trial|active|paused|stopped|inactive",
                            message = "must be a status of a customer")
                    String status,
            @QueryParam("area") @Nullable @Text String area,
            @QueryParam("marketing_boy_id") @Nullable @Identifier String marketingStaff,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var actor = caller.actor();
        var filter = new Customers.Filter(status, area, marketingStaff);
        var page = PageRequest.of(limit, cursor, "customers", actor.role(), actor.id(), filter);
        return findCustomers.list(filter, page, actor).map(found -> found.map(CustomerBody::of));
    }

    /** All that may be edited; a field of another's that changes is refused. */
    @PUT
    @Path("/{id}")
    @Extension(name = ApiExamples.PROBLEMS, value = "403 field_not_allowed, 404 customer_not_found, 503 busy")
    @RolesAllowed({Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.MARKETING_STAFF})
    public Uni<CustomerBody> replace(@PathParam("id") @Identifier String id, @NotNull @Valid EditBody body) {
        return changeCustomer
                .edit(id, customer -> body.toEdited(), caller.actor())
                .map(CustomerBody::of);
    }

    /** A JSON merge patch: a field left out stays, one that is null is cleared; a location is replaced whole. */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("/{id}")
    @Extension(name = ApiExamples.PROBLEMS, value = "403 field_not_allowed, 404 customer_not_found, 503 busy")
    @RolesAllowed({Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.MARKETING_STAFF})
    public Uni<CustomerBody> patch(
            @PathParam("id") @Identifier String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = EditBody.class)))
                    @NotNull ObjectNode body) {
        return changeCustomer
                .edit(id, customer -> patches.applied(customer, body), caller.actor())
                .map(CustomerBody::of);
    }
}
