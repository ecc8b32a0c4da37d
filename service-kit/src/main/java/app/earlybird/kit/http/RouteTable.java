package app.earlybird.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The paths of this service and the methods of each, as its own description has them. */
@Singleton
class RouteTable {

    /** @param template such as {@code /api/orders/{id}} */
    record Route(String template, Pattern path, Set<String> methods) {}

    /** Where the build leaves the description of what it has found in the code. */
    private static final String DESCRIPTION = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final List<Route> routes = new ArrayList<>();

    RouteTable() {
        try (var description = Thread.currentThread().getContextClassLoader().getResourceAsStream(DESCRIPTION)) {
            if (description == null) {
                throw new IllegalStateException(DESCRIPTION + " is missing");
            }
            new ObjectMapper()
                    .readTree(description)
                    .path("paths")
                    .properties()
                    .forEach(path -> add(path.getKey(), path.getValue()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty for a path nobody serves. */
    Optional<Route> find(String path) {
        return routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .findFirst();
    }

    private void add(String template, JsonNode operations) {
        var methods = new TreeSet<String>();
        operations.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        methods.retainAll(Set.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        routes.add(new Route(template, Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+")), methods));
    }
}
