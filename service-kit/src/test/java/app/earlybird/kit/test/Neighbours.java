package app.earlybird.kit.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;

/**
 * The other services as the one under test meets them over HTTP; the journeys use the real ones. Each service says what they
 * answer ({@link Neighbour}); an id that begins with away- is answered too late, what nobody answers is missing.
 */
final class Neighbours {

    private static final String URL = "earlybird.test.neighbours";
    private static final int LONGER_THAN_ANY_PATIENCE_SECONDS = 5;

    private Neighbours() {}

    static String start() {
        if (System.getProperty(URL) == null) {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.setExecutor(Executors.newCachedThreadPool(Neighbours::daemon));
                server.createContext("/", Neighbours::answer);
                server.start();
                System.setProperty(
                        URL, "http://127.0.0.1:" + server.getAddress().getPort());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return System.getProperty(URL, "");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.contains("/away-")) {
            pause();
        }
        var answer = path.equals("/internal/oauth/token")
                ? Neighbour.ok("{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":900}")
                : ServiceLoader.load(Neighbour.class, Neighbour.class.getClassLoader()).stream()
                        .map(neighbour -> neighbour.get().answer(path))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(() -> new Neighbour.Answer(404, "{\"code\":\"not_found\"}"));
        send(exchange, answer.status(), answer.body());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LONGER_THAN_ANY_PATIENCE_SECONDS * 1000L);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "neighbours");
        thread.setDaemon(true);
        return thread;
    }
}
