package app.earlybird.order.customerview.adapter.remote;

import app.earlybird.order.customerview.application.CustomerRef;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "customer-service")
@Path("/internal/customers/{id}")
interface CustomerApi {

    @GET
    @Timeout(value = 1500, unit = ChronoUnit.MILLIS)
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 5000, skipOn = WebApplicationException.class)
    Uni<CustomerRef> find(@PathParam("id") String id, @HeaderParam("Authorization") String bearer);
}
