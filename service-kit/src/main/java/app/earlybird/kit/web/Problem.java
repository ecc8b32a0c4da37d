package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure.FieldError;
import app.earlybird.kit.runtime.Trace;
import com.fasterxml.jackson.annotation.JsonInclude;
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

    static Response.ResponseBuilder of(int status, String code, String detail, List<FieldError> errors, UriInfo uri) {
        var title = Response.Status.fromStatusCode(status);
        var problem = new Problem(
                "urn:earlybird:problem:" + code,
                title == null ? "HTTP " + status : title.getReasonPhrase(),
                status,
                detail,
                uri.getPath(),
                code,
                Trace.current().traceId(),
                errors);
        return Response.status(status).type(MEDIA_TYPE).entity(problem);
    }
}
