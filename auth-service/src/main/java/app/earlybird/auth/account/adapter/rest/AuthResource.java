package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.ChangePassword;
import app.earlybird.auth.account.application.FindAccount;
import app.earlybird.auth.account.application.LogIn;
import app.earlybird.kit.security.AllowedBeforePasswordChange;
import app.earlybird.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
class AuthResource {

    private final LogIn logIn;
    private final ChangePassword changePassword;
    private final FindAccount findAccount;
    private final Caller caller;

    AuthResource(LogIn logIn, ChangePassword changePassword, FindAccount findAccount, Caller caller) {
        this.logIn = logIn;
        this.changePassword = changePassword;
        this.findAccount = findAccount;
        this.caller = caller;
    }

    @POST
    @Path("/login")
    @PermitAll
    @AllowedBeforePasswordChange
    public Uni<SessionBody> logIn(@NotNull @Valid LoginBody body) {
        return logIn.handle(body.toCommand()).map(SessionBody::of);
    }

    @POST
    @Path("/change-password")
    @Authenticated
    @AllowedBeforePasswordChange
    public Uni<SessionBody> changePassword(@NotNull @Valid ChangePasswordBody body) {
        return changePassword.handle(body.toCommand(caller.actor().id())).map(SessionBody::of);
    }

    @GET
    @Path("/me")
    @Authenticated
    public Uni<MeBody> me() {
        return findAccount.handle(caller.actor().id(), caller.bearer()).map(MeBody::of);
    }
}
