package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** As with bodies: a parameter that is unknown, empty or there twice means something, and is not passed over. */
class StrictParameters {

    private static final String KEY = "Idempotency-Key";

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        var known = parametersOf(resource.getResourceMethod());
        request.getUriInfo().getQueryParameters().forEach((name, values) -> check(name, values, known));
        var key = request.getHeaderString(KEY);
        if (key != null && key.isBlank()) {
            throw Failure.invalid(KEY, "must not be empty");
        }
    }

    private static void check(String name, List<String> values, Map<String, Parameter> known) {
        var parameter = known.get(name);
        if (parameter == null) {
            throw Failure.invalid(name, "is not a parameter of this route");
        }
        if (values.stream().anyMatch(String::isBlank)) {
            throw Failure.invalid(name, "must not be empty");
        }
        if (values.size() > 1 && !Collection.class.isAssignableFrom(parameter.getType())) {
            throw Failure.invalid(name, "must be there once");
        }
    }

    private static Map<String, Parameter> parametersOf(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .collect(Collectors.toMap(
                        parameter -> parameter.getAnnotation(QueryParam.class).value(), parameter -> parameter));
    }
}
