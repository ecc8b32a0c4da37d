package app.earlybird.order.ordering.adapter.remote;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "delivery-service")
@Path("/internal/deliveries/{order}/withdraw")
interface DeliveryApi {

    record WithdrawBody(String customerId, String reason) {}

    @POST
    @Timeout(value = 1500, unit = ChronoUnit.MILLIS)
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = WebApplicationException.class)
    Uni<Map<String, Object>> withdraw(
            @PathParam("order") String order, @HeaderParam("Authorization") String bearer, WithdrawBody body);
}
