package app.earlybird.kit.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;

/**
 * The other services as this one meets them over HTTP; the journeys use the real ones. What is asked for decides the
 * answer: an id that begins with known- is there, taken- is somebody's, confirmed- conflicts, away- is never answered,
 * the rest is missing.
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
        if (path.equals("/internal/oauth/token")) {
            send(exchange, 200, "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":900}");
        } else if (path.contains("/away-")) {
            pause();
            send(exchange, 200, "{}");
        } else if (path.contains("/confirmed-")) {
            send(exchange, 409, "{\"code\":\"already_confirmed\"}");
        } else if (path.endsWith("/withdraw")) {
            send(exchange, 200, "{\"status\":\"withdrawn\"}");
        } else if (path.equals("/internal/users/linked") || path.equals("/internal/users/of-customers")) {
            send(exchange, 200, "{\"items\":[]}");
        } else if (path.contains("/taken-")) {
            send(exchange, 200, "{\"id\":\"u\",\"customer_v2_id\":\"c\",\"linkable\":false}");
        } else if (path.contains("/known-")) {
            send(exchange, 200, known(path));
        } else {
            send(exchange, 404, "{\"code\":\"not_found\"}");
        }
    }

    private static String known(String path) {
        var id = path.substring(path.lastIndexOf('/') + 1);
        var today = LocalDate.now(ZoneId.of("Asia/Kolkata"));
        return switch (path.substring(0, path.lastIndexOf('/'))) {
            case "/internal/orders" -> """
                {"order_id":"%s","customer_id":"c-%s","delivery_date":"%s","shift":"morning","delivery_boy_id":"boy-1",
                 "status":"pending","sequence":1,"a_new_field":true,
                 "lines":[{"product_id":"milk","product_name":"Milk","unit":"Liter","quantity":2}]}""".formatted(id, id, today);
            case "/internal/customers" -> """
                {"customer_id":"%s","user_id":"user-of-%s","status":"active","delivery_boy_id":"boy-1","sequence":1,
                 "a_new_field":true,"custom_prices_paise":{},
                 "addresses":[{"id":"primary","address":"12 MG Road","area":"Indiranagar"}]}""".formatted(id, id);
            case "/internal/users" -> "{\"id\":\"%s\",\"role\":\"customer\",\"linkable\":true}".formatted(id);
            default -> "{\"id\":\"%s\",\"name\":\"Asha Rao\"}".formatted(id);
        };
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
