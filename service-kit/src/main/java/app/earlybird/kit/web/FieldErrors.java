package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Failure.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Field lists in the words of the JSON the client sent: snake case, indexes in brackets. */
final class FieldErrors {

    private static final int MOST_ERRORS = 20;
    private static final int MOST_CHARACTERS = 100;
    /** Names the validator gives what is in a list or map; no client wrote them. */
    private static final Pattern INVENTED = Pattern.compile("\\.<[a-z ]+>|<[A-Z]>");

    private static final Pattern NAMES = Pattern.compile("\\[[^\\]]*]|[^\\[]+");
    private static final Map<Class<?>, String> RIGHT_FORMS = Map.of(
            String.class, "must be a text",
            LocalDate.class, "must be a date such as 2026-11-29",
            OffsetDateTime.class, "must be a time with its zone such as 2026-11-29T05:30:00Z",
            BigDecimal.class, "must be a number",
            Double.class, "must be a number",
            Integer.class, "must be a whole number",
            Boolean.class, "must be true or false");

    private FieldErrors() {}

    /** Of a list or map that is too long only that is said, and nothing of what is in it. */
    static Failure of(ConstraintViolationException violations) {
        var tooLong = violations.getConstraintViolations().stream()
                .filter(violation -> violation.getConstraintDescriptor().getAnnotation() instanceof Size)
                .map(FieldErrors::pathOf)
                .toList();
        var errors = violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(cut(pathOf(violation)), violation.getMessage()))
                .filter(error -> tooLong.stream().noneMatch(list -> isIn(list, error.field())))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .limit(MOST_ERRORS)
                .toList();
        return new Failure(Failure.Kind.INVALID, "validation_failed", "The request is not valid", errors);
    }

    private static boolean isIn(String list, String field) {
        return field.startsWith(list + "[") || field.startsWith(list + "<");
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
        if (unreadable instanceof StreamConstraintsException
                || unreadable.getCause() instanceof StreamConstraintsException) {
            return new Failure(
                    Failure.Kind.INVALID, "body_too_complex", "The body has too many values, levels or digits");
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var unknown = mapping instanceof UnrecognizedPropertyException;
            return new Failure(
                    Failure.Kind.INVALID,
                    unknown ? "unknown_field" : "validation_failed",
                    "The request is not valid",
                    List.of(new FieldError(
                            cut(pathOf(mapping)), unknown ? "is not a field of this request" : rightForm(mapping))));
        }
        return new Failure(Failure.Kind.INVALID, "malformed_json", "The body is not one well-formed JSON object");
    }

    private static String rightForm(JsonMappingException mapping) {
        var wanted = mapping instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        return wanted == null ? "has the wrong type or format" : RIGHT_FORMS.getOrDefault(wanted, otherForm(wanted));
    }

    private static String otherForm(Class<?> wanted) {
        return Collection.class.isAssignableFrom(wanted) ? "must be a list" : "must be an object";
    }

    /** What a client made up is not sent back at any length. */
    private static String cut(String field) {
        return field.length() <= MOST_CHARACTERS ? field : field.substring(0, MOST_CHARACTERS) + "...";
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
        var path = String.join(".", steps.subList(Math.min(steps.size() - 1, steps.size() > 2 ? 2 : 1), steps.size()));
        return NAMES.matcher(INVENTED.matcher(path).replaceAll(""))
                .replaceAll(name -> Matcher.quoteReplacement(snakeCase(name.group())));
    }

    /** What is in brackets is an index or a key as the client wrote it. */
    private static String snakeCase(String name) {
        return name.startsWith("[")
                ? name
                : name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
