package app.earlybird.order.catalogue.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.http.Limited;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.security.Caller;
import app.earlybird.kit.web.IdempotencyKey;
import app.earlybird.kit.web.IdempotencyKeys;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.IfMatch;
import app.earlybird.order.catalogue.application.MaintainCatalogue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/products")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ProductResource {

    private static final String CREATE = "POST /api/products";

    private final MaintainCatalogue catalogue;
    private final IdempotencyKeys keys;
    private final Caller caller;

    ProductResource(MaintainCatalogue catalogue, IdempotencyKeys keys, Caller caller) {
        this.catalogue = catalogue;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Limited(Limited.CREATES)
    @Extension(name = ApiExamples.PROBLEMS, value = "422 idempotency_key_reused, 429 too_many_requests")
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponseSchema(value = ProductBody.class, responseCode = "201", responseDescription = "Created")
    public Uni<ProductBody> create(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @NotNull @Valid ProductTermsBody body) {
        var idempotency = keys.of(key, caller.actor().id(), CREATE, body);
        return catalogue
                .create(idempotency.id(), body.toTerms(true), idempotency.digest())
                .invoke(product -> idempotency.mustMatch(product.requestDigest()))
                .map(ProductBody::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    public Uni<ProductBody> change(
            @PathParam("id") @Identifier String id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid ProductTermsBody body) {
        return catalogue
                .change(id, IfMatch.required(ifMatch), present -> body.toTerms(present.active()))
                .map(ProductBody::of);
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
