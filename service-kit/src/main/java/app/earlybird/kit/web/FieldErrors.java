package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Failure.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Field lists in the words of the JSON the client sent: snake case, indexes in brackets. */
final class FieldErrors {

    private FieldErrors() {}

    static Failure of(ConstraintViolationException violations) {
        var errors = violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(pathOf(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return new Failure(Failure.Kind.INVALID, "validation_failed", "The request is not valid", errors);
    }

    /** Null when it was not the body that could not be read. */
    static @Nullable Failure inBodyOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException unreadable) {
                return of(unreadable);
            }
        }
        return null;
    }

    static Failure of(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var unknown = mapping instanceof UnrecognizedPropertyException;
            var message = unknown ? "is not a field of this request" : "has the wrong type or format";
            return new Failure(
                    Failure.Kind.INVALID,
                    unknown ? "unknown_field" : "validation_failed",
                    "The request is not valid",
                    List.of(new FieldError(pathOf(mapping), message)));
        }
        return new Failure(Failure.Kind.INVALID, "malformed_json", "The body is not one well-formed JSON object");
    }

    private static String pathOf(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /** Without the method and the parameter the path begins with. */
    private static String pathOf(ConstraintViolation<?> violation) {
        var steps = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Path.Node::toString)
                .toList();
        return snakeCase(String.join(
                ".", steps.subList(Math.min(steps.size() - 1, steps.size() > 2 ? 2 : 1), steps.size())));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
