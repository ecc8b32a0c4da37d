package app.earlybird.kit.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The methods of each path, for the {@code Allow} header that a 405 must have; as the service's own description has them. */
@Singleton
class AllowedMethods {

    /** Where the build leaves the description of what it has found in the code. */
    private static final String DESCRIPTION = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final Map<Pattern, Set<String>> byPath = new LinkedHashMap<>();

    AllowedMethods(ObjectMapper json) {
        try (var description = Thread.currentThread().getContextClassLoader().getResourceAsStream(DESCRIPTION)) {
            if (description == null) {
                throw new IllegalStateException(DESCRIPTION + " is missing");
            }
            json.readTree(description).path("paths").properties().forEach(path -> add(path.getKey(), path.getValue()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Separated by commas; empty for a path nobody serves. */
    String of(String path) {
        return byPath.entrySet().stream()
                .filter(each -> each.getKey().matcher(path).matches())
                .map(each -> String.join(", ", each.getValue()))
                .findFirst()
                .orElse("");
    }

    private void add(String template, JsonNode operations) {
        var methods = new TreeSet<String>();
        operations.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        methods.retainAll(Set.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        byPath.put(Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+")), methods);
    }
}
