package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.CreateStaff;
import app.earlybird.auth.account.application.IssueInvite;
import app.earlybird.auth.account.application.ManageAccounts;
import app.earlybird.auth.account.application.User;
import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.http.Limited;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Accounts of others. */
@Path("/api/admin/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Cache(noStore = true)
class UserResource {

    private final CreateStaff createStaff;
    private final ManageAccounts manageAccounts;
    private final IssueInvite issueInvite;
    private final Caller caller;

    UserResource(CreateStaff createStaff, ManageAccounts manageAccounts, IssueInvite issueInvite, Caller caller) {
        this.createStaff = createStaff;
        this.manageAccounts = manageAccounts;
        this.issueInvite = issueInvite;
        this.caller = caller;
    }

    /** Takes no Idempotency-Key: the invite in its answer is shown once, and the e-mail is taken at once. */
    @POST
    @Path("/create")
    @Limited(Limited.CREATES)
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "400 customer_link_not_allowed, 409 email_taken, 429 too_many_requests, 503 busy")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponseSchema(value = StaffCreatedBody.class, responseCode = "201", responseDescription = "Created")
    public Uni<StaffCreatedBody> create(@NotNull @Valid StaffBody body) {
        return createStaff.handle(body.toCommand()).map(StaffCreatedBody::of);
    }

    /** By id; of one role when one is named. */
    @GET
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

    @GET
    @Path("/{id}")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 account_not_found")
    public Uni<User> find(@PathParam("id") @Identifier String id) {
        return manageAccounts.findById(id).map(User::of);
    }

    /** Deactivating ends every session. */
    @PUT
    @Path("/{id}/active")
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "404 account_not_found, 409 own_account, " + "409 customer_inactive")
    public Uni<User> setActive(@PathParam("id") @Identifier String id, @NotNull @Valid ActiveBody body) {
        return manageAccounts.setActive(id, body.active(), caller.actor()).map(User::of);
    }

    /** Ends every session. */
    @PUT
    @Path("/{id}/role")
    @Extension(name = ApiExamples.PROBLEMS, value = "404 account_not_found, 409 own_account, 409 not_staff")
    public Uni<User> setRole(@PathParam("id") @Identifier String id, @NotNull @Valid RoleBody body) {
        return manageAccounts.setRole(id, body.role(), caller.actor()).map(User::of);
    }

    /** The only way to reset a password: its owner sets the next one. Support may invite customers. */
    @POST
    @Path("/{id}/invite")
    @Limited(Limited.CREATES)
    @Consumes(MediaType.WILDCARD)
    @Extension(
            name = ApiExamples.PROBLEMS,
            value = "404 account_not_found, 409 account_inactive, 409 own_account, 429 too_many_requests")
    @RolesAllowed({Roles.ADMIN, Roles.SUPPORT})
    public Uni<InviteBody> invite(@PathParam("id") @Identifier String id) {
        return issueInvite.handle(id, caller.actor()).map(InviteBody::of);
    }
}
