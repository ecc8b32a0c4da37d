package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.FindAccount;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jboss.resteasy.reactive.Cache;

/** The caller's own account. */
@Path("/api/auth/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Cache(noStore = true)
class MeResource {

    private final FindAccount findAccount;
    private final Caller caller;

    MeResource(FindAccount findAccount, Caller caller) {
        this.findAccount = findAccount;
        this.caller = caller;
    }

    @GET
    @Extension(name = ApiExamples.PROBLEMS, value = "404 account_not_found, 401 account_changed")
    public Uni<MeBody> me() {
        return findAccount.handle(caller.actor().id(), caller.bearer()).map(MeBody::of);
    }
}
