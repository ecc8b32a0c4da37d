package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The framework takes an empty parameter for one that is not there; who sends one means something. */
class EmptyParameters {

    private static final String KEY = "Idempotency-Key";

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(String::isBlank)) {
                throw Failure.invalid(name, "must not be empty");
            }
        });
        var key = request.getHeaderString(KEY);
        if (key != null && key.isBlank()) {
            throw Failure.invalid(KEY, "must not be empty");
        }
    }
}
