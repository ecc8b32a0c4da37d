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
    private static final int DIGITS = 18;
    private static final String PROBLEM = "application/problem+json";

    private final Layout layout;
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final Uploads uploads = new Uploads(vertx);
    private final Map<ServiceName, HttpProxy> proxies = new EnumMap<>(ServiceName.class);

    Gateway(Layout layout) {
        this.layout = layout;
    }

    void start() {
        for (var name : ServiceName.values()) {
            var instances = layout.ports(name);
            var proxy = Balancer.over(instances.stream().map(ServicePorts::http).toList(), vertx)
                    .addInterceptor(new Forwarding(uploads));
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
            var refused = Uploads.tooLarge();
            refuse(request, refused.status(), refused.code(), String.valueOf(refused.getMessage()));
            return;
        }
        Routes.serviceOf(path)
                .map(proxies::get)
                .ifPresentOrElse(
                        proxy -> proxy.handle(request),
                        () -> refuse(request, 404, "not_found", "No service has this path"));
    }

    /** Before any of it is read. */
    private static boolean isTooLarge(@Nullable String length) {
        return length != null && (length.length() > DIGITS || Long.parseLong(length) > Uploads.MOST_BYTES);
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

    /**
     * Reads the whole body before it takes a connection to a service, says whose request it is, whatever the client says, and
     * answers for a service that does not.
     */
    private static final class Forwarding implements ProxyInterceptor {

        private final Uploads uploads;

        Forwarding(Uploads uploads) {
            this.uploads = uploads;
        }

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
            var headers = request.proxiedRequest().headers();
            if (!headers.contains("Content-Length") && !headers.contains("Transfer-Encoding")) {
                return sent(context);
            }
            return uploads.read(request.proxiedRequest())
                    .compose(body -> {
                        request.setBody(Body.body(body));
                        return sent(context);
                    })
                    .recover(failure -> refused(context, failure));
        }

        private static Future<ProxyResponse> sent(ProxyContext context) {
            return context.sendRequest().recover(away -> {
                context.request().release();
                var answer = answer(context, 503, "service_unavailable", "The service does not answer, try again");
                answer.putHeader("Retry-After", "2");
                return Future.succeededFuture(answer);
            });
        }

        /** Closes the connection: what of the body is still to come is not wanted. */
        private static Future<ProxyResponse> refused(ProxyContext context, Throwable failure) {
            if (!(failure instanceof Uploads.Refused refused)) {
                return Future.failedFuture(failure);
            }
            var answer = answer(context, refused.status(), refused.code(), String.valueOf(refused.getMessage()));
            context.request().proxiedRequest().response().putHeader("Connection", "close");
            if (refused.status() == 429) {
                answer.putHeader("Retry-After", "5");
            }
            return Future.succeededFuture(answer);
        }

        private static ProxyResponse answer(ProxyContext context, int status, String code, String detail) {
            var answer = context.request().response().setStatusCode(status);
            answer.putHeader("Content-Type", PROBLEM);
            answer.setBody(Body.body(problem(status, code, detail)));
            return answer;
        }
    }
}
