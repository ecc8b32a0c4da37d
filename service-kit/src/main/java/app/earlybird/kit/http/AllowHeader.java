package app.earlybird.kit.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What the framework leaves out of a 405, and says for the whole class instead of the path when it is asked. */
class AllowHeader {

    private static final int METHOD_NOT_ALLOWED = 405;

    private final RouteTable routes;

    AllowHeader(RouteTable routes) {
        this.routes = routes;
    }

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == METHOD_NOT_ALLOWED || HttpMethod.OPTIONS.equals(request.getMethod())) {
            var allowed = routes.find(request.getUriInfo().getPath())
                    .map(route -> String.join(", ", route.methods()))
                    .orElse("");
            response.getHeaders().putSingle(HttpHeaders.ALLOW, allowed);
        }
    }
}
