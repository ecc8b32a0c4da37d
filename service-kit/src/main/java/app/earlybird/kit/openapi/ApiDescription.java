package app.earlybird.kit.openapi;

import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.web.IfMatch;
import app.earlybird.kit.web.Problem;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the kit does for every route, said in its description: problems, strict bodies, paging, keys. */
public class ApiDescription implements OASFilter {

    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "It does not fit what is there"),
            Map.entry("401", "A valid bearer token is needed"),
            Map.entry("403", "The role or the state of the account does not allow it"),
            Map.entry("404", "Missing, or not the caller's"),
            Map.entry("408", "The body did not arrive in time"),
            Map.entry("409", "It conflicts with what is there"),
            Map.entry("412", "If-Match names another version than the present one"),
            Map.entry("413", "The body is too large"),
            Map.entry("414", "The address is longer than 4096 characters; the answer has no body"),
            Map.entry("415", "The body is not of this media type"),
            Map.entry("422", "The request is not of the form it must have"),
            Map.entry("428", "If-Match is missing: the whole resource is replaced, so name the version that was read"),
            Map.entry("429", "Too many attempts or requests; Retry-After says when the next may be made"),
            Map.entry("503", "A dependency is away; the same request may pass later"));

    /** It is refused before there is a route. */
    private static final String WITHOUT_BODY = "414";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        var schemas = new TreeMap<>(Objects.requireNonNullElse(components.getSchemas(), Map.of()));
        var bodies = new HashSet<String>();
        for (PathItem path : api.getPaths().getPathItems().values()) {
            path.getOperations().forEach((method, operation) -> {
                describe(operation, method);
                bodies.addAll(ApiSchemas.ofBody(operation, schemas));
            });
        }
        ApiSchemas.describe(schemas, bodies);
        for (PathItem path : api.getPaths().getPathItems().values()) {
            if (path.getPATCH() != null) {
                ApiSchemas.describeMergePatch(path.getPATCH(), schemas);
            }
        }
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> ApiSchemas.describeEntityTag(operation, schemas));
        schemas.forEach(components::addSchema);
        api.setComponents(components);
    }

    private static void describe(Operation operation, HttpMethod method) {
        var parameters = Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
        parameters.forEach(ApiDescription::describe);
        add(operation, Set.of("400", "401", "422", "503"));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(operation, Set.of("403"));
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            add(operation, Set.of("404", "409"));
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY)) {
            add(operation, Set.of("414"));
        }
        if (method != HttpMethod.GET) {
            add(operation, Set.of("409"));
        }
        describeBodyAndConditions(operation, method, parameters);
        add(operation, ApiExamples.ownStatuses(operation));
        operation.getResponses().getAPIResponses().forEach(ApiDescription::describe);
        ApiExamples.add(operation);
    }

    private static void describeBodyAndConditions(Operation operation, HttpMethod method, List<Parameter> parameters) {
        if (operation.getRequestBody() != null) {
            add(operation, Set.of("408", "413", "415"));
        }
        if (parameters.stream().anyMatch(parameter -> IfMatch.HEADER.equals(parameter.getName()))) {
            add(operation, method == HttpMethod.PUT ? Set.of("412", "428") : Set.of("412"));
        }
    }

    private static void add(Operation operation, Set<String> statuses) {
        statuses.stream()
                .sorted()
                .filter(status -> !operation.getResponses().hasAPIResponse(status))
                .forEach(status -> operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse()));
    }

    private static void describe(String status, APIResponse response) {
        var meaning = PROBLEMS.get(status);
        if (meaning != null) {
            response.description(meaning);
        }
        if (meaning != null && !WITHOUT_BODY.equals(status)) {
            var problem = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref(ApiSchemas.PROBLEM));
            response.content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem));
        }
    }

    private static void describe(Parameter parameter) {
        var schema = parameter.getSchema();
        switch (String.valueOf(parameter.getName())) {
            case "limit" -> bounded(schema);
            case "cursor" -> parameter.description("next_cursor of the page before; of this list and this caller only");
            case "Idempotency-Key" -> {
                parameter.description("The same key with the same body is answered with what the first one made");
                schema.pattern("^[\\x21-\\x7e]{1,200}$");
            }
            case IfMatch.HEADER -> {
                parameter.description(
                        "The ETag of the answer that was changed; another version than the present one is 412");
                schema.pattern("^(\\*|\"[0-9]{1,18}\")$");
            }
            default -> ApiSchemas.sayPatternAsJsonSchema(schema);
        }
    }

    private static void bounded(Schema limit) {
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
        limit.defaultValue(PageRequest.DEFAULT_LIMIT);
    }
}
