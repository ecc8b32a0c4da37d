package app.earlybird.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in a problem that a body is too large, before any of it is read; the server itself would say nothing. */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final int TOO_LARGE = 413;

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext context) {
        if (lengthOf(context) <= most) {
            context.next();
            return;
        }
        var problem = new JsonObject()
                .put("type", Problem.TYPE_PREFIX + "too_large")
                .put("title", "Request Entity Too Large")
                .put("status", TOO_LARGE)
                .put("detail", "A body may have " + most + " bytes")
                .put("instance", context.request().path())
                .put("code", "too_large");
        context.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem.toBuffer());
    }

    /** What is no number is refused by the server before it comes here. */
    private static long lengthOf(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
