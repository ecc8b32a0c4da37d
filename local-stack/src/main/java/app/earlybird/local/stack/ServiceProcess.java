package app.earlybird.local.stack;

import app.earlybird.local.process.Child;
import app.earlybird.local.process.Home;
import app.earlybird.local.stack.Layout.ServicePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One packaged service as a process. */
public final class ServiceProcess {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PROBE).build();
    private static final List<String> JVM = List.of(
            "-Xmx128m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final ServiceName name;
    private final String label;
    private final boolean first;
    private final Layout layout;
    private final ServicePorts ports;
    private final Map<String, String> environment;
    private @Nullable Child process;
    private long startedAt;
    private long readyMillis;

    /** @param number from 0 */
    ServiceProcess(ServiceName name, int number, Layout layout, Map<String, String> environment) {
        this.name = name;
        this.first = number == 0;
        this.label = number == 0 ? name.module() : name.module() + "-" + (number + 1);
        this.layout = layout;
        this.ports = layout.ports(name).get(number);
        this.environment = environment;
    }

    /** As it is called in tables and logs. */
    public String label() {
        return label;
    }

    public String url() {
        return "http://127.0.0.1:" + ports.http();
    }

    public String managementUrl() {
        return "http://127.0.0.1:" + ports.management();
    }

    public ServiceName name() {
        return name;
    }

    public void start() {
        start(Map.of());
    }

    /** @param different settings of this start only */
    public void start(Map<String, String> different) {
        var settings = new HashMap<>(environment);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.http()));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management()));
        settings.putAll(different);
        var target = Home.root().resolve(name.module()).resolve("target");
        var arguments = new ArrayList<>(JVM);
        arguments.addAll(archive(target.resolve(name.module() + ".jsa")));
        arguments.addAll(
                List.of("-jar", target.resolve("quarkus-app/quarkus-run.jar").toString()));
        startedAt = System.nanoTime();
        process = Child.java(label, layout.folder(), arguments, settings);
    }

    /** Of classes as loaded: the first instance writes it when it stops, all start three times as fast with it. */
    private List<String> archive(Path file) {
        var use = "-XX:SharedArchiveFile=" + file;
        if (first) {
            return List.of(use, "-XX:+AutoCreateSharedArchive");
        }
        return Files.exists(file) ? List.of(use) : List.of();
    }

    public void awaitReady() {
        process().await(START, this::isReady);
        readyMillis = Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
    }

    public boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create(managementUrl() + "/q/health/ready"))
                .timeout(PROBE)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** From the start of its process to its first ready answer. */
    public long readyMillis() {
        return readyMillis;
    }

    /** Does nothing when it was not started. */
    public void stop() {
        if (process != null) {
            process.stop();
        }
    }

    public Child process() {
        if (process == null) {
            throw new IllegalStateException(label + " was not started");
        }
        return process;
    }

    /** Resident memory, in MiB. */
    public long residentMiB() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process().pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
