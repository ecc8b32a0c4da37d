package app.earlybird.delivery.confirmation.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.delivery.confirmation.application.FindDeliveries;
import app.earlybird.delivery.confirmation.domain.DeliveryRefused;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {

    private final FindDeliveries findDeliveries;
    private final Caller caller;

    DeliveryResource(FindDeliveries findDeliveries, Caller caller) {
        this.findDeliveries = findDeliveries;
        this.caller = caller;
    }

    @GET
    @Path("/deliveries")
    @RolesAllowed({Roles.DELIVERY_BOY, Roles.ADMIN, Roles.DELIVERY_MANAGER, Roles.SUPPORT, Roles.BILLING})
    public Uni<Page<DeliveryBody>> ofOrder(@QueryParam("order_id") @NotNull @Identifier String orderId) {
        return findDeliveries.findByOrderId(orderId, caller.actor()).map(page -> page.map(DeliveryBody::withHistory));
    }

    @GET
    @Path("/my-deliveries")
    @RolesAllowed(Roles.CUSTOMER)
    public Uni<Page<DeliveryBody>> mine(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        var customer = caller.actor().customerId();
        if (customer == null) {
            throw DeliveryRefused.notACustomer();
        }
        return findDeliveries
                .listByCustomer(customer, PageRequest.of(limit, cursor, "my-deliveries", customer))
                .map(page -> page.map(DeliveryBody::of));
    }
}
