package app.earlybird.delivery.confirmation.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.delivery.confirmation.application.ReportDelivery;
import app.earlybird.delivery.confirmation.domain.ReportedBy;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Source;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Staff;
import app.earlybird.delivery.confirmation.domain.ReportedBy.StaffRole;
import app.earlybird.kit.domain.Coded;
import app.earlybird.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

@Path("/api/delivery-boy/mark-delivered")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MarkDeliveredResource {

    private static final int DEVICE_LENGTH = 200;

    private final ReportDelivery reportDelivery;
    private final Caller caller;

    MarkDeliveredResource(ReportDelivery reportDelivery, Caller caller) {
        this.reportDelivery = reportDelivery;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.DELIVERY_BOY, Roles.ADMIN, Roles.DELIVERY_MANAGER})
    public Uni<DeliveryBody> report(
            @NotNull @Valid MarkDeliveredBody body,
            @HeaderParam("User-Agent") @Nullable String device,
            @Context HttpServerRequest request) {
        var command = new ReportDelivery.Command(body.orderId(), body.toReport(), reportedBy(device, request));
        return reportDelivery.handle(command).map(DeliveryBody::of);
    }

    private ReportedBy reportedBy(@Nullable String device, HttpServerRequest request) {
        var actor = caller.actor();
        var known = device == null ? null : device.substring(0, Math.min(device.length(), DEVICE_LENGTH));
        var address =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return new Staff(actor.id(), actor.name(), Coded.of(StaffRole.class, actor.role()), new Source(address, known));
    }
}
