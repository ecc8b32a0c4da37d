package app.earlybird.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the suite, as one behind the gateway would be. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private final String baseUrl;
    private final @Nullable String token;

    private Api(String baseUrl, @Nullable String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    public static Api at(String baseUrl) {
        return new Api(baseUrl, null);
    }

    public Api as(String accessToken) {
        return new Api(baseUrl, accessToken);
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** Of whoever this is. */
    public String token() {
        if (token == null) {
            throw new IllegalStateException("Log in first");
        }
        return token;
    }

    /** An answer, whatever its status. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        /** There was none: the connection ended before it. */
        public static final Answer NONE =
                new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), MissingNode.getInstance());

        /** Empty when there is none. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String text(String field) {
            return body.path(field).asText();
        }

        /** Fails with what came instead. */
        public Answer mustBe(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("Expected " + wanted + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** What is no JSON, as metrics are. */
    public String text(String path) {
        try {
            return HTTP.send(request(path).GET().build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    public Answer post(String path, Map<String, ?> body) {
        return post(path, body, Map.of());
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json(body))));
    }

    public Answer post(String path, Map<String, ?> body, Map<String, String> headers) {
        var request = request(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(json(body))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(TIMEOUT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private static Answer answer(HttpResponse<String> response) throws JsonProcessingException {
        var text = response.body();
        var body = text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        return new Answer(response.statusCode(), response.headers(), body);
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
    }
}
