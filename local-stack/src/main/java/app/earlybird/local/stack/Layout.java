package app.earlybird.local.stack;

import app.earlybird.local.process.Home;
import app.earlybird.local.process.Ports;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a stack keeps its things and on which loopback ports it listens. */
public record Layout(Path folder, int gateway, int kafka, int mongo, Map<ServiceName, ServicePorts> services) {

    private static final int GATEWAY = 8080;
    private static final int KAFKA = 9092;
    private static final int MONGO = 27017;

    /** The API's and the management port. */
    public record ServicePorts(int http, int management) {}

    /** The ports of architecture.md; data is kept in {@code .earlybird}. */
    public static Layout standard() {
        var services = Arrays.stream(ServiceName.values())
                .collect(Collectors.toUnmodifiableMap(
                        name -> name, name -> new ServicePorts(name.defaultPort(), name.defaultManagementPort())));
        return new Layout(Home.root().resolve(".earlybird"), GATEWAY, KAFKA, MONGO, services);
    }

    /** Any free ports, for tests that bring their own stack. */
    public static Layout free(Path folder) {
        var services = Arrays.stream(ServiceName.values())
                .collect(Collectors.toUnmodifiableMap(
                        name -> name, name -> new ServicePorts(Ports.free(), Ports.free())));
        return new Layout(folder, Ports.free(), Ports.free(), Ports.free(), services);
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + gateway;
    }

    public String url(ServiceName name) {
        return "http://127.0.0.1:" + ports(name).http();
    }

    public String managementUrl(ServiceName name) {
        return "http://127.0.0.1:" + ports(name).management();
    }

    ServicePorts ports(ServiceName name) {
        var ports = services.get(name);
        if (ports == null) {
            throw new IllegalStateException("No ports for " + name);
        }
        return ports;
    }

    /** Ports of this layout somebody else holds. */
    List<Integer> takenPorts() {
        var ofServices = services.values().stream().flatMap(ports -> Stream.of(ports.http(), ports.management()));
        return Stream.concat(Stream.of(gateway, kafka, mongo), ofServices)
                .filter(port -> !Ports.isFree(port))
                .sorted()
                .toList();
    }
}
