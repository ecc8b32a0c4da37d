package app.earlybird.customer.register.adapter.remote;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

@RegisterRestClient(configKey = "auth-service")
@Path("/internal/users")
interface UserApi {

    record User(
            String id,
            @Nullable String customerV2Id,
            @Nullable String role,
            boolean isActive,
            boolean linkable) {}

    record Users(List<User> items, @Nullable String nextCursor) {}

    @GET
    @Path("/{id}")
    @Timeout(value = 1500, unit = ChronoUnit.MILLIS)
    Uni<User> find(@PathParam("id") String id, @HeaderParam("Authorization") String bearer);

    @GET
    @Path("/linked")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    Uni<Users> listLinked(
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Authorization") String bearer);

    @GET
    @Path("/of-customers")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    Uni<Users> findByCustomers(@QueryParam("id") List<String> ids, @HeaderParam("Authorization") String bearer);
}
