package app.earlybird.local.stack;

import app.earlybird.local.kafka.Kafka;
import app.earlybird.local.mongo.Mongo;
import app.earlybird.local.process.Child;
import app.earlybird.local.process.Home;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole suite on this machine: Kafka, MongoDB, schema, four services, gateway. */
public final class Stack implements AutoCloseable {

    private static final Duration PREPARATION = Duration.ofSeconds(60);
    /** Not production: only there the default password may be used. */
    private static final String PROFILE = "local";

    private static final String DEFAULT_PASSWORD = "earlybird2025";

    private final Layout layout;
    private final Contents contents;
    private final Secrets secrets;
    private volatile Kafka kafka;
    private volatile Mongo mongo;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final Gateway gateway;
    private final Thread whenThisEnds = new Thread(this::stopAll);
    private volatile boolean closing;

    private Stack(Layout layout, Contents contents, Secrets secrets, Kafka kafka, Mongo mongo) {
        this.layout = layout;
        this.contents = contents;
        this.secrets = secrets;
        this.kafka = kafka;
        this.mongo = mongo;
        for (var name : ServiceName.values()) {
            IntStream.range(0, layout.ports(name).size())
                    .forEach(number -> services.add(new ServiceProcess(name, number, layout, environment(name))));
        }
        this.gateway = new Gateway(layout);
    }

    /** Starts everything and returns when all is ready; stops what it started when something is not. */
    public static Stack start(Layout layout, Consumer<String> progress) {
        return start(layout, Contents.NONE, progress);
    }

    public static Stack start(Layout layout, Contents contents, Consumer<String> progress) {
        var taken = layout.takenPorts();
        if (!taken.isEmpty()) {
            throw new IllegalStateException("These ports are taken: " + taken + "; is a stack running already?"
                    + " ./earlybird down stops one.");
        }
        progress.accept("Kafka and MongoDB ...");
        var kafka = CompletableFuture.supplyAsync(() -> Kafka.choose(layout.folder(), layout.kafka()));
        var mongo = CompletableFuture.supplyAsync(() -> Mongo.choose(layout.folder(), layout.mongo()));
        var stack = new Stack(layout, contents, Secrets.in(layout.folder()), kafka.join(), mongo.join());
        Runtime.getRuntime().addShutdownHook(stack.whenThisEnds);
        try {
            contents.before().accept(stack.mongo);
            stack.startServices(progress);
            return stack;
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    private void startServices(Consumer<String> progress) {
        if (contents.database() != null) {
            progress.accept("Migrations: the data of the monolith ...");
            migrations("up").awaitSuccess(PREPARATION);
        }
        progress.accept("Schema: indexes and topics ...");
        operations("schema", "apply").awaitSuccess(PREPARATION);
        progress.accept(
                services.size() == ServiceName.values().length
                        ? "Four services ..."
                        : services.size() + " instances of four services ...");
        services.forEach(ServiceProcess::start);
        services.forEach(ServiceProcess::awaitReady);
        gateway.start();
    }

    /** The migrations' command, against this stack, as a process of its own. */
    public Child migrations(String... arguments) {
        return command("migrations", arguments);
    }

    /** The operator's command, against this stack, as a process of its own. */
    public Child operations(String... arguments) {
        return command("operations", arguments);
    }

    private Child command(String module, String... arguments) {
        var jar = Home.root().resolve(module).resolve("target").resolve(module + ".jar");
        var command = Stream.concat(
                        Stream.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()),
                        Arrays.stream(arguments))
                .toList();
        return Child.java(module + "-" + arguments[0], layout.folder(), command, infrastructure());
    }

    private Map<String, String> infrastructure() {
        var infrastructure = new HashMap<>(contents.environment());
        infrastructure.put("EARLYBIRD_MONGODB_URI", mongo.uri());
        infrastructure.put("EARLYBIRD_KAFKA", kafka.bootstrapServers());
        return infrastructure;
    }

    private Map<String, String> environment(ServiceName name) {
        var environment = new HashMap<>(infrastructure());
        environment.put("QUARKUS_PROFILE", PROFILE);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("EARLYBIRD_IDEMPOTENCY_SECRET", secrets.idempotency());
        for (var other : ServiceName.values()) {
            environment.put(other.environmentPrefix(), layout.url(other));
            if (name == ServiceName.AUTH || name == other) {
                environment.put(other.environmentPrefix() + "_SECRET", secrets.of(other));
            }
        }
        if (name == ServiceName.AUTH) {
            environment.put("EARLYBIRD_AUTH_DEFAULT_PASSWORD", DEFAULT_PASSWORD);
            environment.put("EARLYBIRD_AUTH_KEY_ENCRYPTION_SECRET", secrets.keyEncryption());
            environment.put("EARLYBIRD_AUTH_FIRST_ADMIN_EMAIL", Secrets.ADMIN_EMAIL);
            environment.put("EARLYBIRD_AUTH_FIRST_ADMIN_PASSWORD", secrets.firstAdminPassword());
        }
        return environment;
    }

    public Layout layout() {
        return layout;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Kafka kafka() {
        return kafka;
    }

    public Mongo mongo() {
        return mongo;
    }

    /** All instances of all services. */
    public List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    /** The first instance. */
    public ServiceProcess service(ServiceName name) {
        return services.stream()
                .filter(service -> service.name() == name)
                .findFirst()
                .orElseThrow();
    }

    /** Again, on the same port and data, after it was ended. */
    public void startKafka() {
        kafka = Kafka.choose(layout.folder(), layout.kafka());
    }

    /** Again, on the same port and data, after it was ended. */
    public void startMongo() {
        mongo = Mongo.choose(layout.folder(), layout.mongo());
    }

    /** Starts again what ended by itself, as an orchestrator would, and names it. */
    public List<String> startEnded() {
        if (closing) {
            return List.of();
        }
        var ended = new ArrayList<String>();
        if (hasEnded(kafka.process())) {
            startKafka();
            ended.add("Kafka");
        }
        if (hasEnded(mongo.process())) {
            startMongo();
            ended.add("the database");
        }
        services.stream().filter(service -> hasEnded(service.process())).forEach(service -> {
            service.start();
            ended.add(service.label());
        });
        return ended;
    }

    /** What was given by the environment is not ours to start. */
    private static boolean hasEnded(@Nullable Child process) {
        return process != null && !process.isAlive();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(whenThisEnds);
        stopAll();
    }

    /** Gateway first, so that nothing new comes in; then the services at once, then what they need. */
    private void stopAll() {
        closing = true;
        gateway.stop();
        services.parallelStream().forEach(ServiceProcess::stop);
        Stream.of(kafka.process(), mongo.process()).forEach(process -> {
            if (process != null) {
                process.stop();
            }
        });
    }
}
