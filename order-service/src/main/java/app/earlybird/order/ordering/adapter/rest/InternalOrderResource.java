package app.earlybird.order.ordering.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.Identifier;
import app.earlybird.order.ordering.application.FindOrders;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For other services: the state of an order whose events were not seen yet, and whether a customer has open ones. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
class InternalOrderResource {

    private final FindOrders findOrders;
    private final Caller caller;

    InternalOrderResource(FindOrders findOrders, Caller caller) {
        this.findOrders = findOrders;
        this.caller = caller;
    }

    record OpenOrdersBody(long count) {}

    @GET
    @Path("/orders/{id}")
    @RolesAllowed(Roles.SERVICE)
    public Uni<OrderStateBody> find(@PathParam("id") @Identifier String id) {
        return findOrders.findById(id, caller.actor()).map(OrderStateBody::of);
    }

    /** Orders that may still be delivered. */
    @GET
    @Path("/customers/{id}/open-orders")
    @RolesAllowed(Roles.SERVICE)
    public Uni<OpenOrdersBody> openOrders(@PathParam("id") @Identifier String id) {
        return findOrders.countOpen(id).map(OpenOrdersBody::new);
    }
}
