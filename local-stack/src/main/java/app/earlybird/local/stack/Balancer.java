package app.earlybird.local.stack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service in turn; one that accepts no connection is passed over, so nothing was sent to it. */
final class Balancer {

    private static final int POOL = 64;
    private static final int MOST_WAITING = 256;
    private static final int CONNECT_MILLIS = 1000;
    /** Longer than any service takes when it answers at all. */
    private static final long SILENCE_MILLIS = 20_000;

    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();

    private Balancer(List<Integer> ports) {
        this.ports = ports;
    }

    static HttpProxy over(List<Integer> ports, Vertx vertx) {
        var balancer = new Balancer(ports);
        var options = new HttpClientOptions()
                .setMaxPoolSize(POOL)
                .setMaxWaitQueueSize(MOST_WAITING)
                .setConnectTimeout(CONNECT_MILLIS);
        var client = vertx.createHttpClient(options);
        return HttpProxy.reverseProxy(client)
                .origin(context -> balancer.connect(client, balancer.turn.getAndIncrement(), ports.size()));
    }

    private Future<HttpClientRequest> connect(HttpClient client, int first, int tries) {
        var port = ports.get(Math.floorMod(first, ports.size()));
        var instance = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                .setIdleTimeout(SILENCE_MILLIS);
        return client.request(instance)
                .recover(away -> tries > 1 ? connect(client, first + 1, tries - 1) : Future.failedFuture(away));
    }
}
