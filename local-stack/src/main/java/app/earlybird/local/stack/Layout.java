package app.earlybird.local.stack;

import app.earlybird.local.process.Home;
import app.earlybird.local.process.Ports;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a stack keeps its things and on which loopback ports it listens.
 *
 * @param addresses one port per service, by which everybody calls it
 * @param instances the ports of each process of it; with a single one its port is the service's address
 */
public record Layout(
        Path folder,
        int gateway,
        int kafka,
        int mongo,
        Map<ServiceName, Integer> addresses,
        Map<ServiceName, List<ServicePorts>> instances) {

    private static final int GATEWAY = 8080;
    private static final int KAFKA = 9092;
    private static final int MONGO = 27017;
    private static final int NEXT_REPLICA = 100;

    /** The API's and the management port. */
    public record ServicePorts(int http, int management) {}

    /** The ports of architecture.md; replicas beyond one listen 100, 200, ... above them. Data is kept in {@code .earlybird}. */
    public static Layout standard(int replicas) {
        return new Layout(
                Home.root().resolve(".earlybird"),
                GATEWAY,
                KAFKA,
                MONGO,
                each(ServiceName::defaultPort),
                each(name -> replicas == 1
                        ? List.of(new ServicePorts(name.defaultPort(), name.defaultManagementPort()))
                        : IntStream.rangeClosed(1, replicas)
                                .map(replica -> replica * NEXT_REPLICA)
                                .mapToObj(up ->
                                        new ServicePorts(name.defaultPort() + up, name.defaultManagementPort() + up))
                                .toList()));
    }

    /** Any free ports, for tests that bring their own stack. */
    public static Layout free(Path folder, int replicas) {
        var instances = each(name -> Stream.generate(() -> new ServicePorts(Ports.free(), Ports.free()))
                .limit(replicas)
                .toList());
        var addresses =
                each(name -> replicas == 1 ? listOf(instances, name).getFirst().http() : (Integer) Ports.free());
        return new Layout(folder, Ports.free(), Ports.free(), Ports.free(), addresses, instances);
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + gateway;
    }

    /** Where others call this service. */
    public String url(ServiceName name) {
        return "http://127.0.0.1:" + address(name);
    }

    public int address(ServiceName name) {
        var port = addresses.get(name);
        if (port == null) {
            throw new IllegalStateException("No address for " + name);
        }
        return port;
    }

    List<ServicePorts> ports(ServiceName name) {
        return listOf(instances, name);
    }

    /** Ports of this layout somebody else holds. */
    List<Integer> takenPorts() {
        var ofInstances = instances.values().stream()
                .flatMap(List::stream)
                .flatMap(ports -> Stream.of(ports.http(), ports.management()));
        return Stream.of(Stream.of(gateway, kafka, mongo), addresses.values().stream(), ofInstances)
                .flatMap(ports -> ports)
                .distinct()
                .filter(port -> !Ports.isFree(port))
                .sorted()
                .toList();
    }

    private static <T> Map<ServiceName, T> each(Function<ServiceName, T> value) {
        return Arrays.stream(ServiceName.values()).collect(Collectors.toUnmodifiableMap(name -> name, value));
    }

    private static List<ServicePorts> listOf(Map<ServiceName, List<ServicePorts>> instances, ServiceName name) {
        return instances.getOrDefault(name, List.of());
    }
}
