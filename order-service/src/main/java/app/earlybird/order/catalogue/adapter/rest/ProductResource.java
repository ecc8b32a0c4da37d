package app.earlybird.order.catalogue.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.web.Identifier;
import app.earlybird.order.catalogue.application.MaintainCatalogue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/products")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ProductResource {

    private final MaintainCatalogue catalogue;

    ProductResource(MaintainCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponseSchema(value = ProductBody.class, responseCode = "201", responseDescription = "Created")
    public Uni<ProductBody> create(@NotNull @Valid ProductTermsBody body) {
        return catalogue.create(body.toTerms()).map(ProductBody::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    public Uni<ProductBody> change(@PathParam("id") @Identifier String id, @NotNull @Valid ProductTermsBody body) {
        return catalogue.change(id, body.toTerms()).map(ProductBody::of);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public Uni<ProductBody> find(@PathParam("id") @Identifier String id) {
        return catalogue.findById(id).map(ProductBody::of);
    }

    @GET
    @Authenticated
    public Uni<Page<ProductBody>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return catalogue.list(PageRequest.of(limit, cursor, "products")).map(page -> page.map(ProductBody::of));
    }
}
