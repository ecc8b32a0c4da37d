package app.earlybird.auth.token;

import app.earlybird.kit.security.AllowedBeforePasswordChange;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
class JwksResource {

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @AllowedBeforePasswordChange
    public Uni<String> published() {
        return keys.published();
    }
}
