package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.ManageAccounts;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** For customer-service: which user a customer may be linked to, and whether both sides of the links agree. */
@Path("/internal/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
class InternalUserResource {

    private final ManageAccounts manageAccounts;

    InternalUserResource(ManageAccounts manageAccounts) {
        this.manageAccounts = manageAccounts;
    }

    @GET
    @Path("/{id}")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 account_not_found")
    public Uni<LinkBody> find(@PathParam("id") @Identifier String id) {
        return manageAccounts.findById(id).map(LinkBody::of);
    }

    /** Those that belong to a customer, by customer. */
    @GET
    @Path("/linked")
    public Uni<Page<LinkBody>> linked(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return manageAccounts
                .listLinked(PageRequest.of(limit, cursor, "linked-users"))
                .map(page -> page.map(LinkBody::of));
    }

    /** Those that belong to one of these customers. */
    @GET
    @Path("/of-customers")
    public Uni<Page<LinkBody>> ofCustomers(
            @QueryParam("id") @NotNull @Size(min = 1, max = 50) List<@Identifier String> ids) {
        return manageAccounts
                .findAllByCustomerId(ids)
                .map(accounts -> new Page<>(accounts.stream().map(LinkBody::of).toList(), null));
    }
}
