package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.load.Latencies;
import app.earlybird.local.http.Api;
import app.earlybird.local.stack.ServiceName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that are slow, or send too much, cost the others nothing. */
class SlowClientsIT {

    private static final int CONNECTIONS = 500;
    private static final Duration MEASURED = Counts.of(Duration.ofSeconds(8), Duration.ofMinutes(1));
    private static final Duration ANSWERED = Duration.ofSeconds(30);
    /** Below this the pauses of two busy cores are all that is measured. */
    private static final double NOISE_MILLIS = 25;

    private final RunningSuite suite = RunningSuite.get();

    @Test
    @Tag("S20")
    @Tag("T-02")
    void five_hundred_slow_uploads_through_the_gateway_do_not_slow_the_others() throws InterruptedException {
        compare("through the gateway", suite.people().gateway().baseUrl(), suite.admin());
    }

    @Test
    @Tag("S20")
    @Tag("T-03")
    void five_hundred_slow_uploads_at_a_service_do_not_slow_its_others() throws InterruptedException {
        var service = suite.stack().layout().url(ServiceName.CUSTOMER);
        compare(
                "at the service itself",
                service,
                Api.at(service).as(suite.admin().token()));
    }

    @Test
    @Tag("T-05")
    void a_body_without_a_length_is_cut_off_at_its_size_in_one_line() throws IOException, InterruptedException {
        var log = suite.instances(ServiceName.AUTH).getFirst().process().log();
        var before = Files.readAllLines(log).size();

        for (var url : List.of(
                suite.people().gateway().baseUrl(), suite.stack().layout().url(ServiceName.AUTH))) {
            assertThat(chunked(url + "/api/auth/login", 2_000_000))
                    .contains("413", "too_large", "application/problem+json");
        }

        var said = Files.readAllLines(log);
        if (Counts.REPLICAS == 1) {
            assertThat(said.subList(before, said.size()))
                    .singleElement()
                    .asString()
                    .contains("413 too_large");
        }
        assertThat(said).noneMatch(line -> line.contains(" ERROR "));
    }

    private void compare(String where, String url, Api reader) throws InterruptedException {
        var path = "/api/phase0-v2/customers?limit=10";
        Latencies.of(reader, path).endAfter(Duration.ofSeconds(2));
        var before = Latencies.of(reader, path).endAfter(MEASURED);
        try (var uploads = SlowUploads.begin(
                url, CONNECTIONS, "/api/phase0-v2/customers", suite.admin().token())) {
            Latencies.of(reader, path).endAfter(Duration.ofSeconds(1));
            var during = Latencies.of(reader, path).endAfter(MEASURED);
            var answers = uploads.end(ANSWERED);

            Report.shown(
                    "S20 %d slow uploads %s".formatted(CONNECTIONS, where),
                    "others before: " + before + "; during: " + during + "; the uploads were answered " + answers);
            assertThat(during.p99()).isLessThan(2 * Math.max(before.p99(), NOISE_MILLIS));
            assertThat(answers).containsOnlyKeys("408");
        }
    }

    private static String chunked(String url, int bytes) throws IOException, InterruptedException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var body = BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(" ".repeat(bytes).getBytes(StandardCharsets.US_ASCII)));
            var request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .POST(body)
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
        }
    }
}
