package app.earlybird.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.local.stack.Routes;
import app.earlybird.local.stack.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/api/auth/login, AUTH",
        "/.well-known/jwks.json, AUTH",
        "/api/phase0-v2/customers/c-1, CUSTOMER",
        "/api/phase0-v2/customer/c-1/pause, ORDER",
        "/api/orders, ORDER",
        "/api/delivery-boy/mark-delivered, DELIVERY",
        "/api/my-deliveries, DELIVERY"
    })
    void a_public_path_has_one_service(String path, ServiceName service) {
        assertThat(Routes.serviceOf(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/orders/o-1", "/q/health", "/api/ordersx", "/", "/api", "/api/auth-other"})
    void everything_else_is_not_public(String path) {
        assertThat(Routes.serviceOf(path)).isEmpty();
    }

    @Test
    void the_gateway_of_the_compose_file_has_the_same_routes() throws IOException {
        var nginx = Files.readString(Path.of("../deploy/gateway/nginx.conf"));

        Routes.prefixes()
                .forEach((service, prefixes) -> prefixes.forEach(prefix -> assertThat(nginx)
                        .contains("~^" + prefix.replace(".", "\\.") + "(/|$) " + service.module() + ";")));
        assertThat(nginx.lines().filter(line -> line.strip().startsWith("~^")))
                .hasSize(
                        Routes.prefixes().values().stream().mapToInt(List::size).sum());
    }
}
