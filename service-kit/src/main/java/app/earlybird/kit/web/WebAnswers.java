package app.earlybird.kit.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Answers of the HTTP layer itself, in our words. */
final class WebAnswers {

    private static final Map<Integer, String> CODES = Map.of(
            400, "bad_request",
            401, "unauthenticated",
            403, "forbidden",
            404, "not_found",
            405, "method_not_allowed",
            406, "not_acceptable",
            413, "too_large",
            415, "unsupported_media_type");

    private WebAnswers() {}

    static Response of(Response answer, UriInfo uri) {
        int status = answer.getStatus();
        var code = CODES.getOrDefault(status, "http_" + status);
        return Problem.of(status, code, answer.getStatusInfo().getReasonPhrase(), List.of(), uri)
                .build();
    }
}
