package app.earlybird.auth.account.adapter.remote;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "customer-service")
@Path("/api/phase0-v2/customers/{id}")
interface CustomerApi {

    @GET
    @Timeout(value = 1500, unit = ChronoUnit.MILLIS)
    Uni<Map<String, Object>> find(@PathParam("id") String id, @HeaderParam("Authorization") String bearer);
}
