package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.ManageAccounts;
import app.earlybird.auth.account.application.User;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The second path the monolith had for the list of users; here it shows no hash, and only to an admin. */
@Path("/api/phase0-v2/users")
@Produces(MediaType.APPLICATION_JSON)
class LegacyUserResource {

    private final ManageAccounts manageAccounts;

    LegacyUserResource(ManageAccounts manageAccounts) {
        this.manageAccounts = manageAccounts;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    public Uni<Page<User>> list(
            @QueryParam("role")
                    @Nullable @Pattern(
                            regexp = StaffBody.ROLES + "|customer",
                            message = StaffBody.ROLES_MESSAGE + ", or customer")
                    String role,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return manageAccounts
                .list(role, PageRequest.of(limit, cursor, "users", String.valueOf(role)))
                .map(page -> page.map(User::of));
    }
}
