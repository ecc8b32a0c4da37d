package app.earlybird.kit.client;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Client credentials of RFC 6749, section 4.4, at auth-service. */
@RegisterRestClient(configKey = "auth-service")
@Path("/internal/oauth/token")
interface TokenEndpoint {

    record Answer(String accessToken, long expiresIn) {}

    @POST
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    Uni<Answer> token(
            @HeaderParam("Authorization") String credentials,
            @FormParam("grant_type") String grantType,
            @FormParam("audience") String audience);
}
