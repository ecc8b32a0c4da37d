package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.CreateStaff;
import app.earlybird.contracts.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/admin/users")
@Produces(MediaType.APPLICATION_JSON)
class StaffResource {

    private final CreateStaff createStaff;

    StaffResource(CreateStaff createStaff) {
        this.createStaff = createStaff;
    }

    @POST
    @Path("/create")
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponseSchema(value = UserBody.class, responseCode = "201", responseDescription = "Created")
    public Uni<UserBody> create(@NotNull @Valid StaffBody body) {
        return createStaff.handle(body.toCommand()).map(UserBody::of);
    }
}
