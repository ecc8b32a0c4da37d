package app.earlybird.kit.domain;

import java.util.List;

/** A refusal the caller can understand: the web layer turns its kind into a status, and its code is stable. */
public class Failure extends RuntimeException {

    public enum Kind {
        /** 400: well-formed, but it does not fit what is there. */
        REFUSED,
        /** 401: who asks is not proven. */
        UNAUTHENTICATED,
        /** 403. */
        FORBIDDEN,
        /** 404: missing, or not the caller's. */
        NOT_FOUND,
        /** 409. */
        CONFLICT,
        /** 412: it has changed since the caller read it. */
        PRECONDITION_FAILED,
        /** 422: the request is not of the form it must have. */
        INVALID,
        /** 428: the caller must say which version it has read. */
        PRECONDITION_REQUIRED,
        /** 429 with Retry-After. */
        THROTTLED,
        /** 503 with Retry-After: a dependency is away or everything is busy; the same request may pass later. */
        UNAVAILABLE
    }

    /** What is wrong with one field; {@code field} is its path in the body as the client wrote it. */
    public record FieldError(String field, String message) {}

    private final Kind kind;
    private final String code;
    private final String detail;
    private final transient List<FieldError> errors;

    public Failure(Kind kind, String code, String message) {
        this(kind, code, message, List.of());
    }

    public Failure(Kind kind, String code, String message, List<FieldError> errors) {
        super(message, null, false, false);
        this.kind = kind;
        this.detail = message;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** One field that is not of the form it must have. */
    public static Failure invalid(String field, String message) {
        return new Failure(
                Kind.INVALID, "validation_failed", "The request is not valid", List.of(new FieldError(field, message)));
    }

    /** Well-formed, but this field does not fit what is there. */
    public static Failure refused(String code, String message, String field) {
        return new Failure(Kind.REFUSED, code, message, List.of(new FieldError(field, message)));
    }

    public static Failure unavailable(String code, String message) {
        return new Failure(Kind.UNAVAILABLE, code, message);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The sentence for the client. */
    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
