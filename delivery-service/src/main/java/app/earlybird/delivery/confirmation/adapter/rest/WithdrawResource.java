package app.earlybird.delivery.confirmation.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.delivery.confirmation.application.WithdrawDelivery;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.Text;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For order-service, before it cancels an order. */
@Path("/internal/deliveries/{order}/withdraw")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class WithdrawResource {

    record Body(
            @NotNull @Identifier String customerId,
            @NotNull @Text String reason) {}

    private final WithdrawDelivery withdrawDelivery;

    WithdrawResource(WithdrawDelivery withdrawDelivery) {
        this.withdrawDelivery = withdrawDelivery;
    }

    @POST
    @RolesAllowed(Roles.SERVICE)
    public Uni<DeliveryBody> withdraw(@PathParam("order") @Identifier String order, @NotNull @Valid Body body) {
        return withdrawDelivery
                .handle(new WithdrawDelivery.Command(order, body.customerId(), body.reason()))
                .map(DeliveryBody::of);
    }
}
