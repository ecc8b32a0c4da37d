package app.earlybird.kit.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Every request has a trace, its own or one the client sent, and every answer names the correlation. */
class TraceFilter {

    private static final String CORRELATION_HEADER = "X-Correlation-Id";

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        Trace.begin(request.getHeaderString("traceparent"), request.getHeaderString(CORRELATION_HEADER), null);
    }

    @ServerResponseFilter
    public void name(ContainerResponseContext response) {
        response.getHeaders().putSingle(CORRELATION_HEADER, Trace.current().correlationId());
    }
}
