package app.earlybird.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Clients that send their headers, two bytes of a body, and then a byte a second or nothing at all. */
final class SlowUploads implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5000;
    private static final int READ_MILLIS = 20_000;

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<String>> answers = new ArrayList<>();
    private final URI server;
    private volatile boolean running = true;

    SlowUploads(String server) {
        this.server = URI.create(server);
    }

    /**
     * Each connects again whenever it is cut off.
     *
     * @param token of every other one of them; the rest are nobody
     */
    static SlowUploads begin(String server, int connections, String path, String token) {
        var uploads = new SlowUploads(server);
        for (int i = 0; i < connections; i++) {
            var trickles = i % 2 == 0;
            var bearer = i % 4 < 2 ? token : null;
            uploads.answers.add(uploads.clients.submit(() -> uploads.again(path, bearer, trickles)));
        }
        return uploads;
    }

    /** The first answer each of them got, counted by its status; the empty one never had any. */
    Map<String, Integer> end(Duration most) throws InterruptedException {
        running = false;
        var counted = new TreeMap<String, Integer>();
        for (var answer : answers) {
            try {
                counted.merge(answer.get(most.toMillis(), TimeUnit.MILLISECONDS), 1, Integer::sum);
            } catch (ExecutionException | TimeoutException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return counted;
    }

    private String again(String path, @Nullable String bearer, boolean trickles) {
        String first = null;
        do {
            var status = once(path, bearer, trickles);
            first = Objects.requireNonNullElse(first, status);
        } while (running);
        return first;
    }

    /** The status of the answer; empty when the connection ended without one. */
    private String once(String path, @Nullable String bearer, boolean trickles) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(head(path, bearer).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            if (trickles) {
                Thread.ofVirtual().start(() -> trickle(socket));
            }
            var line = new byte[12];
            var read = socket.getInputStream().readNBytes(line, 0, line.length);
            return read < line.length ? "" : new String(line, 9, 3, StandardCharsets.US_ASCII);
        } catch (IOException refused) {
            return "";
        }
    }

    private static void trickle(Socket socket) {
        try {
            while (!socket.isClosed()) {
                TimeUnit.SECONDS.sleep(1);
                socket.getOutputStream().write(' ');
                socket.getOutputStream().flush();
            }
        } catch (IOException | UncheckedIOException cutOff) {
            // The server has had enough
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String head(String path, @Nullable String bearer) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n"
                + (bearer == null ? "" : "Authorization: Bearer " + bearer + "\r\n")
                + "Content-Type: application/json\r\nContent-Length: 14000\r\n\r\n{\n";
    }

    @Override
    public void close() {
        running = false;
        clients.shutdownNow();
    }
}
