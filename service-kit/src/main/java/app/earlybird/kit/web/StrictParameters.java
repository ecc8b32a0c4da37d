package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * As with bodies: a parameter that is unknown, empty or there twice means something, and is not passed over; nor is a
 * condition, a key or a body that the route does not take.
 */
class StrictParameters {

    private static final List<String> CONDITIONS = List.of(IdempotencyKey.HEADER, IfMatch.HEADER);
    /** Reads may carry these from a cache; a write that is bound to one must not be done without it. */
    private static final List<String> CONDITIONS_OF_WRITES =
            List.of(IdempotencyKey.HEADER, IfMatch.HEADER, HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_UNMODIFIED_SINCE);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,9})");
    private static final int LONGEST_NAME = 100;
    private static final String NOT_TAKEN = "is not taken by this route";

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        var method = resource.getResourceMethod();
        var known = parametersOf(method);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> check(name, values, known));
        var taken = request.getMethod().equals(HttpMethod.GET) ? CONDITIONS : CONDITIONS_OF_WRITES;
        taken.stream()
                .filter(name -> request.getHeaderString(name) != null)
                .forEach(name -> checkHeader(name, request.getHeaders().getOrDefault(name, List.of()), method));
        if (hasStatement(context.body().buffer())
                && Arrays.stream(method.getParameters()).noneMatch(StrictParameters::isBody)) {
            throw Failure.invalid("body", NOT_TAKEN);
        }
    }

    private static void checkHeader(String name, List<String> values, Method method) {
        if (values.getFirst().isBlank()) {
            throw Failure.invalid(name, "must not be empty");
        }
        if (values.size() > 1) {
            throw Failure.invalid(name, "must be there once");
        }
        if (Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .noneMatch(header -> header != null && header.value().equals(name))) {
            throw Failure.invalid(name, NOT_TAKEN);
        }
    }

    /** An empty object states nothing. */
    private static boolean hasStatement(@Nullable Buffer body) {
        return body != null && body.length() > 0 && !body.toString().strip().equals("{}");
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.isAnnotationPresent(FormParam.class)
                || Stream.of(PathParam.class, QueryParam.class, HeaderParam.class, Context.class)
                        .noneMatch(parameter::isAnnotationPresent);
    }

    private static void check(String name, List<String> values, Map<String, Parameter> known) {
        var parameter = known.get(name);
        if (parameter == null) {
            throw Failure.invalid(name.length() > LONGEST_NAME ? "query" : name, "is not a parameter of this route");
        }
        if (values.stream().anyMatch(String::isBlank)) {
            throw Failure.invalid(name, "must not be empty");
        }
        if (values.size() > 1 && !Collection.class.isAssignableFrom(parameter.getType())) {
            throw Failure.invalid(name, "must be there once");
        }
        if (parameter.getType() == Integer.class
                && !WHOLE_NUMBER.matcher(values.getFirst()).matches()) {
            throw Failure.invalid(name, "must be a whole number");
        }
    }

    private static Map<String, Parameter> parametersOf(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .collect(Collectors.toMap(
                        parameter -> parameter.getAnnotation(QueryParam.class).value(), parameter -> parameter));
    }
}
