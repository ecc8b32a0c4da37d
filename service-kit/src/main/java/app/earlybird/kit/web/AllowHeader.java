package app.earlybird.kit.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What the framework leaves out of a 405, and says for the whole class instead of the path when it is asked. */
class AllowHeader {

    private static final int METHOD_NOT_ALLOWED = 405;

    private final AllowedMethods allowed;

    AllowHeader(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == METHOD_NOT_ALLOWED || HttpMethod.OPTIONS.equals(request.getMethod())) {
            var path = request.getUriInfo().getPath();
            response.getHeaders().putSingle(HttpHeaders.ALLOW, allowed.of(path));
        }
    }
}
