package app.earlybird.kit.http;

import app.earlybird.kit.usecase.Versioned;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The version a client names in {@code If-Match} when it writes. */
class EntityTags {

    @ServerResponseFilter
    public void say(ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned body) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, '"' + Long.toString(body.version()) + '"');
        }
    }
}
