package app.earlybird.local.stack;

import app.earlybird.local.process.Child;
import app.earlybird.local.process.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private final Layout layout;
    private final Map<String, String> environment;
    private @Nullable Child process;
    private long startedAt;
    private long readyMillis;

    ServiceProcess(ServiceName name, Layout layout, Map<String, String> environment) {
        this.name = name;
        this.layout = layout;
        this.environment = environment;
    }

    public ServiceName name() {
        return name;
    }

    public void start() {
        var jar = Home.root().resolve(name.module()).resolve("target/quarkus-app/quarkus-run.jar");
        var arguments = new ArrayList<>(JVM);
        arguments.addAll(List.of("-jar", jar.toString()));
        startedAt = System.nanoTime();
        process = Child.java(name.module(), layout.folder(), arguments, environment);
    }

    public void awaitReady() {
        process().await(START, this::isReady);
        readyMillis = Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
    }

    public boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create(layout.managementUrl(name) + "/q/health/ready"))
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
            throw new IllegalStateException(name.module() + " was not started");
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
