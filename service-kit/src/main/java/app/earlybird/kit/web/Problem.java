package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Failure.FieldError;
import app.earlybird.kit.domain.Throttled;
import app.earlybird.kit.runtime.Trace;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** RFC 9457, with a stable code and the trace to look for in the logs. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static final String TYPE_PREFIX = "urn:earlybird:problem:";

    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int UNPROCESSABLE = 422;

    static Response of(Failure failure, UriInfo uri) {
        var status = switch (failure.kind()) {
            case REFUSED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case INVALID -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case THROTTLED -> 429;
            case UNAVAILABLE -> 503;
        };
        var answer = of(status, failure.code(), failure.detail(), failure.errors(), uri);
        if (failure instanceof Throttled throttled) {
            answer.header(HttpHeaders.RETRY_AFTER, throttled.retryAfterSeconds());
        } else if (failure.kind() == Failure.Kind.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    static Response.ResponseBuilder of(int status, String code, String detail, List<FieldError> errors, UriInfo uri) {
        var problem = new Problem(
                TYPE_PREFIX + code,
                title(status),
                status,
                detail,
                uri.getPath(),
                code,
                Trace.current().traceId(),
                errors);
        return Response.status(status).type(MEDIA_TYPE).entity(problem);
    }

    public static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        if (known != null) {
            return known.getReasonPhrase();
        }
        return status == UNPROCESSABLE ? "Unprocessable Content" : "HTTP " + status;
    }
}
