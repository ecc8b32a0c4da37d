package app.earlybird.order.ordering.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.http.Limited;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.IdempotencyKey;
import app.earlybird.kit.web.IdempotencyKeys;
import app.earlybird.kit.web.Identifier;
import app.earlybird.order.ordering.application.CancelOrder;
import app.earlybird.order.ordering.application.FindOrders;
import app.earlybird.order.ordering.application.PlaceOrder;
import app.earlybird.order.ordering.domain.OrderRefused;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/orders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OrderResource {

    private static final String CREATE = "POST /api/orders";

    private final PlaceOrder placeOrder;
    private final FindOrders findOrders;
    private final CancelOrder cancelOrder;
    private final IdempotencyKeys keys;
    private final Caller caller;

    OrderResource(
            PlaceOrder placeOrder,
            FindOrders findOrders,
            CancelOrder cancelOrder,
            IdempotencyKeys keys,
            Caller caller) {
        this.placeOrder = placeOrder;
        this.findOrders = findOrders;
        this.cancelOrder = cancelOrder;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Limited(Limited.ORDERS)
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "400 product_not_found, 400 quantity_not_possible, 400 product_twice, 400 address_not_found, "
                    + "400 delivery_date_in_past, 400 delivery_date_too_far, 400 customer_not_found, "
                    + "403 customer_not_linked, 409 customer_not_active, 422 idempotency_key_reused, "
                    + "429 too_many_requests, 503 dependency_unavailable")
    @RolesAllowed(Roles.CUSTOMER)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponseSchema(value = OrderBody.class, responseCode = "201", responseDescription = "Created")
    public Uni<OrderBody> place(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @NotNull @Valid NewOrderBody body) {
        var idempotency = keys.of(key, caller.actor().id(), CREATE, body);
        return placeOrder
                .handle(body.toCommand(idempotency, customer()))
                .invoke(order -> idempotency.mustMatch(order.origin().requestDigest()))
                .map(OrderBody::of);
    }

    @GET
    @RolesAllowed(Roles.CUSTOMER)
    public Uni<Page<OrderBody>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        var customer = customer();
        return findOrders
                .listByCustomer(customer, PageRequest.of(limit, cursor, "orders", customer))
                .map(page -> page.map(OrderBody::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CUSTOMER, Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING, Roles.DELIVERY_BOY
    })
    public Uni<OrderBody> find(@PathParam("id") @Identifier String id) {
        return findOrders.findById(id, caller.actor()).map(OrderBody::of);
    }

    @POST
    @Path("/{id}/cancel")
    @Limited(Limited.ORDERS)
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "404 order_not_found, 409 order_not_cancellable, 409 order_already_cancelled, "
                    + "429 too_many_requests, 503 dependency_unavailable")
    @RolesAllowed({Roles.CUSTOMER, Roles.ADMIN, Roles.SUPPORT})
    public Uni<OrderBody> cancel(
            @PathParam("id") @Identifier String id, @RequestBody(required = false) @Nullable @Valid CancelBody body) {
        return cancelOrder
                .handle(id, body == null ? null : body.reason(), caller.actor())
                .map(OrderBody::of);
    }

    private String customer() {
        var customer = caller.actor().customerId();
        if (customer == null) {
            throw OrderRefused.notACustomer();
        }
        return customer;
    }
}
