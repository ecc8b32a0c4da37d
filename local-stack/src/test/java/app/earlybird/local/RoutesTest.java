package app.earlybird.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.local.stack.Layout;
import app.earlybird.local.stack.Routes;
import app.earlybird.local.stack.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void the_compose_file_has_the_ports_of_the_local_stack() throws IOException {
        var compose = Files.readString(Path.of("../docker-compose.yml"));
        var layout = Layout.standard(1);
        var ports = Stream.concat(
                Stream.of(layout.gateway(), layout.kafka(), layout.mongo()),
                layout.instances().values().stream()
                        .flatMap(List::stream)
                        .flatMap(each -> Stream.of(each.http(), each.management())));

        assertThat(ports.map(port -> "127.0.0.1:" + port + ":" + port))
                .allSatisfy(published -> assertThat(compose).contains(published));
        assertThat(compose).doesNotContainPattern("(PASSWORD|SECRET): (?!\\$\\{[A-Z_]+:\\?)");
    }
}
