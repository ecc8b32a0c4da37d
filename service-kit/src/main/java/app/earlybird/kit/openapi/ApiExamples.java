package app.earlybird.kit.openapi;

import app.earlybird.kit.mongo.Documents;
import app.earlybird.kit.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;

/** A problem for each code a route answers with: those of every route, and those its own annotation names. */
public final class ApiExamples {

    /** Name of the extension on a method; its value is as {@code 409 email_taken, 404 account_not_found}. */
    public static final String PROBLEMS = "x-problems";

    private static final Map<String, List<String>> OF_EVERY_ROUTE = Map.of(
            "401", List.of("unauthenticated"),
            "403", List.of("forbidden", "password_change_required"),
            "408", List.of("request_timeout"),
            "409", List.of(Documents.UNREADABLE),
            "412", List.of("version_conflict"),
            "413", List.of("too_large"),
            "415", List.of("unsupported_media_type", "unsupported_content_encoding"),
            "422", List.of("validation_failed", "malformed_json", "unknown_field", "body_too_complex"),
            "428", List.of("if_match_required"),
            "503", List.of("database_unavailable", "keys_unavailable"));

    private ApiExamples() {}

    static void add(Operation operation) {
        var own = ofExtension(operation);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            var codes = new ArrayList<>(OF_EVERY_ROUTE.getOrDefault(status, List.of()));
            codes.addAll(own.getOrDefault(status, List.of()));
            var content = response.getContent();
            var type = content == null ? null : content.getMediaType(Problem.MEDIA_TYPE);
            if (type != null) {
                var meaning = String.valueOf(response.getDescription());
                codes.forEach(code ->
                        type.addExample(code, OASFactory.createExample().value(problem(status, code, meaning))));
            }
        });
        operation.removeExtension(PROBLEMS);
    }

    /** Statuses named on the route itself. */
    static Set<String> ownStatuses(Operation operation) {
        return ofExtension(operation).keySet();
    }

    private static Map<String, List<String>> ofExtension(Operation operation) {
        var extensions = Objects.requireNonNullElse(operation.getExtensions(), Map.<String, Object>of());
        var codes = new LinkedHashMap<String, List<String>>();
        for (var part : String.valueOf(extensions.getOrDefault(PROBLEMS, "")).split(",\\s*", -1)) {
            if (!part.isBlank()) {
                var statusAndCode = part.strip().split(" ", 2);
                codes.computeIfAbsent(statusAndCode[0], status -> new ArrayList<>())
                        .add(statusAndCode[1]);
            }
        }
        return codes;
    }

    private static Map<String, Object> problem(String status, String code, String meaning) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", Problem.TYPE_PREFIX + code);
        problem.put("title", Problem.title(Integer.parseInt(status)));
        problem.put("status", Integer.parseInt(status));
        problem.put("detail", meaning);
        problem.put("code", code);
        problem.put("trace_id", "01a210cf9af077a2bd328b11cb917051");
        return problem;
    }
}
