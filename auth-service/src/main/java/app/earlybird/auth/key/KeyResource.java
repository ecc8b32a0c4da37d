package app.earlybird.auth.key;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.security.Caller;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

@Path("/api/auth/keys")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

    /** @param activeFrom when it begins to sign; it is published from now on */
    record RotationBody(String kid, Instant activeFrom) {}

    private final SigningKeys keys;
    private final Caller caller;

    KeyResource(SigningKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    /** Makes the next signing key, unless one waits for its time already. */
    @POST
    @Path("/rotate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.ADMIN)
    public Uni<RotationBody> rotate() {
        var admin = caller.actor().id();
        return keys.rotate()
                .invoke(key -> Log.infof("Keys rotated by %s: %s signs from %s", admin, key, key.activeFrom()))
                .map(key -> new RotationBody(key.key().getKeyId(), key.activeFrom()));
    }
}
