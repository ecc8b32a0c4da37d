package app.earlybird.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Roles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may call what (S15, S16): written down by hand for every route, compared with the routes there are, and asked of
 * each with every role. Only whether the role is let in is looked at: 403 is no, anything that is not 401 or 403 is yes.
 */
public final class RoleMatrix {

    /** Everybody, with or without a token. */
    public static final Set<String> ANYBODY = Set.of("anybody");

    private static final List<String> ROLES = Stream.concat(
                    Roles.STAFF.stream(), Stream.of(Roles.CUSTOMER, Roles.SERVICE, "superadmin"))
            .toList();

    private final Map<String, Set<String>> allowed;
    private final String service;

    /**
     * @param allowed by method and path as the description writes them
     * @param service whose internal routes tokens of services are for
     */
    public RoleMatrix(Map<String, Set<String>> allowed, String service) {
        this.allowed = Map.copyOf(allowed);
        this.service = service;
    }

    /** Fails when a route is missing here, or no longer there. */
    public void mustBeComplete() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(allowed.keySet());
    }

    /** What differs from what is written down; each cell of the matrix is asked once. */
    public List<String> differences() {
        var differences = new ArrayList<String>();
        allowed.forEach((route, roles) -> {
            if (roles == ANYBODY) {
                return;
            }
            if (status(route, null) != 401) {
                differences.add(route + " answers " + status(route, null) + " without a token");
            }
            for (var role : ROLES) {
                var status = status(route, tokenOf(role));
                var let = status != 401 && status != 403;
                if (let != roles.contains(role) || (status >= 500 && status != 503)) {
                    differences.add(route + " answers " + status + " to " + role);
                }
            }
        });
        return differences;
    }

    private String tokenOf(String role) {
        return switch (role) {
            case Roles.SERVICE -> TestTokens.ofService(service);
            case Roles.CUSTOMER -> TestTokens.ofCustomer("somebody-else");
            default -> TestTokens.of(role, "nobody-of-role-" + role.replace('_', '-'));
        };
    }

    /** Without a body where one is needed: a role that is let in is answered with 422. */
    private static int status(String route, @Nullable String token) {
        var parts = route.split(" ", 2);
        var request = token == null ? given() : given().auth().oauth2(token);
        var path = parts[1].replaceAll("\\{[a-z_]+}", "missing-id");
        return request.contentType("application/json")
                .request(parts[0].toUpperCase(Locale.ROOT), path)
                .statusCode();
    }

    private static Set<String> routes() {
        try {
            var api = new ObjectMapper(new YAMLFactory()).readTree(OpenApi.running());
            var routes = new TreeSet<String>();
            api.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(
                                    method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
            return routes;
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
