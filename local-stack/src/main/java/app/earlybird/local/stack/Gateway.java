package app.earlybird.local.stack;

import app.earlybird.local.stack.Layout.ServicePorts;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One front door: the public paths, each to its service; who is away answers 503. With replicas it is also what listens at
 * the address of each service, as a Kubernetes Service would.
 */
final class Gateway {

    private static final int STOP_SECONDS = 5;
    private static final int IDLE_SECONDS = 60;
    private static final long MOST_BYTES = 1024 * 1024;
    private static final int DIGITS = 18;
    private static final String PROBLEM = "application/problem+json";

    private final Layout layout;
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final Map<ServiceName, HttpProxy> proxies = new EnumMap<>(ServiceName.class);

    Gateway(Layout layout) {
        this.layout = layout;
    }

    void start() {
        for (var name : ServiceName.values()) {
            var instances = layout.ports(name);
            var proxy = Balancer.over(instances.stream().map(ServicePorts::http).toList(), vertx)
                    .addInterceptor(new Forwarding());
            proxies.put(name, proxy);
            if (instances.size() > 1) {
                listen(layout.address(name), proxy);
            }
        }
        listen(layout.gateway(), this::route);
    }

    private void listen(int port, Handler<HttpServerRequest> handler) {
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setIdleTimeout(IDLE_SECONDS)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false);
        vertx.createHttpServer(options)
                .requestHandler(handler)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void stop() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
    }

    private void route(HttpServerRequest request) {
        var path = request.path();
        if (path == null || path.contains("..") || path.contains("%") || path.contains("//")) {
            refuse(request, 400, "bad_path", "The path has characters no route has");
            return;
        }
        if (isTooLarge(request.getHeader("Content-Length"))) {
            refuse(request, 413, "too_large", "A body may have " + MOST_BYTES + " bytes");
            return;
        }
        Routes.serviceOf(path)
                .map(proxies::get)
                .ifPresentOrElse(
                        proxy -> proxy.handle(request),
                        () -> refuse(request, 404, "not_found", "No service has this path"));
    }

    /** Here, because a service that stops reading looks like one that is away. */
    private static boolean isTooLarge(@Nullable String length) {
        return length != null && (length.length() > DIGITS || Long.parseLong(length) > MOST_BYTES);
    }

    private static void refuse(HttpServerRequest request, int status, String code, String detail) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", PROBLEM)
                .end(problem(status, code, detail));
    }

    private static Buffer problem(int status, String code, String detail) {
        return new JsonObject()
                .put("type", "urn:earlybird:problem:" + code)
                .put("title", code)
                .put("status", status)
                .put("code", code)
                .put("detail", detail)
                .toBuffer();
    }

    /** Says whose request it is, whatever the client says, and answers for a service that does not. */
    private static final class Forwarding implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request();
            request.headers().remove("Forwarded");
            request.headers().remove("X-Forwarded-Host");
            request.headers().remove("Upgrade");
            request.headers().set("X-Forwarded-Proto", "http");
            request.headers()
                    .set(
                            "X-Forwarded-For",
                            request.proxiedRequest().remoteAddress().hostAddress());
            return context.sendRequest().recover(away -> {
                request.release();
                var answer = request.response().setStatusCode(503);
                answer.putHeader("Content-Type", PROBLEM);
                answer.putHeader("Retry-After", "2");
                answer.setBody(
                        Body.body(problem(503, "service_unavailable", "The service does not answer, try again")));
                return Future.succeededFuture(answer);
            });
        }
    }
}
