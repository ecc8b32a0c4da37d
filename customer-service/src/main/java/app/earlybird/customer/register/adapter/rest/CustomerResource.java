package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.ChangeCustomer;
import app.earlybird.customer.register.application.Customers;
import app.earlybird.customer.register.application.FindCustomers;
import app.earlybird.customer.register.application.RegisterCustomer;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.http.Limited;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.IdempotencyKey;
import app.earlybird.kit.web.IdempotencyKeys;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.IfMatch;
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
    private final IdempotencyKeys keys;
    private final Caller caller;

    CustomerResource(
            RegisterCustomer registerCustomer,
            FindCustomers findCustomers,
            ChangeCustomer changeCustomer,
            CustomerPatch patches,
            IdempotencyKeys keys,
            Caller caller) {
        this.registerCustomer = registerCustomer;
        this.findCustomers = findCustomers;
        this.changeCustomer = changeCustomer;
        this.patches = patches;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Limited(Limited.CREATES)
    @RolesAllowed({Roles.ADMIN, Roles.MARKETING_STAFF, Roles.SUPPORT})
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "400 delivery_boy_not_found, 403 field_not_allowed, 404 user_not_found, 404 customer_not_found, "
                    + "409 user_not_linkable, 422 idempotency_key_reused, 429 too_many_requests, "
                    + "503 dependency_unavailable, 503 not_visible_yet")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponseSchema(value = CustomerBody.class, responseCode = "201", responseDescription = "Created")
    public Uni<CustomerBody> create(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @NotNull @Valid NewCustomerBody body) {
        var actor = caller.actor();
        var idempotency = keys.of(key, actor.id(), CREATE, body);
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
                            regexp = "trial|active|paused|stopped|inactive|erased",
                            message = "must be trial, active, paused, stopped, inactive or erased")
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

    /** All that may be edited, in place of what is there; a field the caller's role may not change must stay as it is. */
    @PUT
    @Path("/{id}")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "400 delivery_boy_not_found, 403 field_not_allowed, 404 customer_not_found, 409 customer_erased, "
                    + "503 busy, 503 dependency_unavailable")
    @RolesAllowed({Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.MARKETING_STAFF})
    public Uni<CustomerBody> replace(
            @PathParam("id") @Identifier String id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid EditBody body) {
        var target = new ChangeCustomer.Target(id, IfMatch.required(ifMatch), caller.actor());
        return changeCustomer.edit(target, customer -> body.toEdited()).map(CustomerBody::of);
    }

    /** A JSON merge patch (RFC 7396): a field left out stays, one that is null is cleared, in a location too. */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("/{id}")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "400 delivery_boy_not_found, 403 field_not_allowed, 404 customer_not_found, 409 customer_erased, "
                    + "503 busy, 503 dependency_unavailable")
    @RolesAllowed({Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.MARKETING_STAFF})
    public Uni<CustomerBody> patch(
            @PathParam("id") @Identifier String id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = EditBody.class)))
                    @NotNull ObjectNode body) {
        var target = new ChangeCustomer.Target(id, IfMatch.optional(ifMatch), caller.actor());
        return changeCustomer
                .edit(target, customer -> patches.applied(customer, body))
                .map(CustomerBody::of);
    }
}
