package app.earlybird.kit.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How long requests take, by labels of a closed set: the framework's own metric makes a series of each method and path that
 * a client invents, and keeps it for ever.
 */
@ApplicationScoped
class RequestMetrics {

    private static final int FIRST = 2000;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String OTHER = "other";

    private final RouteTable routes;
    private final MeterRegistry meters;

    RequestMetrics(RouteTable routes, MeterRegistry meters) {
        this.routes = routes;
        this.meters = meters;
    }

    void register(@Observes Filters filters) {
        filters.register(this::measure, FIRST);
    }

    private void measure(RoutingContext context) {
        var begun = System.nanoTime();
        context.addEndHandler(ended -> record(context, ended.succeeded(), System.nanoTime() - begun));
        context.next();
    }

    /** A client that goes before its answer has the status {@code closed}. */
    private void record(RoutingContext context, boolean answered, long nanos) {
        var request = context.request();
        var method = request.method().name();
        var path = request.path() == null ? "" : request.path();
        Timer.builder("http.server.requests")
                .description("How long requests take")
                .tag("method", METHODS.contains(method) ? method : OTHER)
                .tag("uri", routes.find(path).map(RouteTable.Route::template).orElse(OTHER))
                .tag("status", answered ? Integer.toString(context.response().getStatusCode()) : "closed")
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
