package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.local.http.Api;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a client makes up is no label of a metric. */
class InventedNamesIT {

    private static final int REQUESTS = Counts.of(25_000, 100_000);
    private static final int CLIENTS = 16;
    private static final int LONG_METHOD = 3500;
    /** A JVM's own coming and going. */
    private static final long NOISE_MIB = 40;

    private final RunningSuite suite = RunningSuite.get();
    private final ServiceProcess orders = suite.instances(ServiceName.ORDER).getFirst();

    @Test
    @Tag("T-04")
    void twenty_five_thousand_invented_methods_and_paths_make_no_series() throws Exception {
        ask(0, 400);
        var series = series();
        var memory = orders.residentMiB();

        ask(1000, REQUESTS);

        Report.shown(
                "T-04 %d invented methods and paths".formatted(REQUESTS),
                "series before %d, after %d; memory before %d MiB, after %d MiB"
                        .formatted(series, series(), memory, orders.residentMiB()));
        assertThat(series()).isEqualTo(series);
        assertThat(orders.residentMiB()).isLessThan(memory + NOISE_MIB);
    }

    private long series() {
        return Api.at(orders.managementUrl())
                .text("/q/metrics")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
    }

    private void ask(int from, int count) throws ExecutionException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var asked = IntStream.range(from, from + count)
                    .<Future<?>>mapToObj(i -> clients.submit(() -> ask(http, i)))
                    .toList();
            for (var each : asked) {
                each.get();
            }
        }
    }

    private int ask(HttpClient http, int i) throws IOException, InterruptedException {
        var method = i % 3 == 0 ? "PUT" : i % 500 == 1 ? "P" + i + "X".repeat(LONG_METHOD) : "PROBE" + i;
        var path = i % 3 == 1 ? "/api/orders" : i % 2 == 0 ? "/api/orders/" + i : "/nothing/" + i;
        var request = HttpRequest.newBuilder(URI.create(orders.url() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
