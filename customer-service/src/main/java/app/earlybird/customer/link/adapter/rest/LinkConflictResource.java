package app.earlybird.customer.link.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.link.application.RepairLinks;
import app.earlybird.customer.register.application.FindCustomers;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.openapi.ApiExamples;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Customers without the login they should have. */
@Path("/api/phase0-v2/link-conflicts")
@Produces(MediaType.APPLICATION_JSON)
class LinkConflictResource {

    record ConflictBody(
            String customerId,
            String name,
            @Nullable String requestedUserId,
            @Nullable String conflictCode) {

        static ConflictBody of(Customer customer) {
            var link = customer.link();
            return new ConflictBody(
                    customer.id(), customer.contact().name(), link.requestedUserId(), link.conflictCode());
        }
    }

    private final FindCustomers findCustomers;
    private final RepairLinks repairLinks;

    LinkConflictResource(FindCustomers findCustomers, RepairLinks repairLinks) {
        this.findCustomers = findCustomers;
        this.repairLinks = repairLinks;
    }

    /** Link, relink or unlink the customer to settle one. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPPORT})
    public Uni<Page<ConflictBody>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return findCustomers
                .listLinkConflicts(PageRequest.of(limit, cursor, "link-conflicts"))
                .map(page -> page.map(ConflictBody::of));
    }

    /** Compares both sides of every link now; the schedule does it every hour. */
    @POST
    @Path("/repair")
    @Consumes(MediaType.WILDCARD)
    @Extension(name = ApiExamples.PROBLEMS, value = "503 dependency_unavailable")
    @RolesAllowed(Roles.ADMIN)
    public Uni<RepairLinks.Result> repair() {
        return repairLinks.handle();
    }
}
