package app.earlybird.kit.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Where a body may be left out, its media type says nothing: some clients name one all the same, others none. No body at
 * all is read as the JSON that it is not.
 */
class EmptyBody {

    @ServerRequestFilter(preMatching = true)
    public void assume(ContainerRequestContext request, RoutingContext context) {
        var body = context.body().buffer();
        if (body == null || body.length() == 0) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
