package app.earlybird.local.cli;

import app.earlybird.local.http.Suite;
import app.earlybird.local.process.Child;
import app.earlybird.local.process.Home;
import app.earlybird.local.stack.Layout;
import app.earlybird.local.stack.Secrets;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "fuzz",
        description =
                "Schemathesis, all checks, against each service of a stack of its own, as described in contracts/openapi.")
final class FuzzCommand implements Callable<Integer> {

    private static final Duration MOST = Duration.ofMinutes(15);
    /** Services; who asks and who answers take turns, so that one alone keeps no machine busy. */
    private static final int AT_ONCE = 2;

    private static final Pattern CASES = Pattern.compile("(\\d+) generated");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--schemathesis", required = true, description = "Its executable; ./earlybird fuzz installs it.")
    private Path schemathesis = Path.of("schemathesis");

    @Option(
            names = "--cases",
            defaultValue = "1000",
            description = "Fails a service that was asked fewer (default ${DEFAULT-VALUE}).")
    private int cases = 1000;

    @Option(names = "--seed", description = "Of what is asked; one of today when none is given.")
    private long seed = System.currentTimeMillis() % Integer.MAX_VALUE;

    /** What a service was asked, and what was found. */
    private record Asked(int cases, List<String> failed) {}

    /** A service as one role sees it. */
    private record Round(ServiceName service, String role, String token) {}

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        var folder =
                Files.createTempDirectory(Files.createDirectories(Home.root().resolve("target/fuzz")), "stack-");
        var out = spec.commandLine().getOut();
        try (var stack = Stack.start(Layout.free(folder, 1), out::println);
                var atOnce = Executors.newFixedThreadPool(AT_ONCE)) {
            var rounds = rounds(stack);
            var asked = new EnumMap<ServiceName, Future<Asked>>(ServiceName.class);
            for (var name : ServiceName.values()) {
                asked.put(name, atOnce.submit(() -> ask(stack, name, rounds)));
            }
            var failed = new ArrayList<String>();
            for (var each : asked.entrySet()) {
                var answered = each.getValue().get();
                out.printf("%s: %d cases%n", each.getKey().module(), answered.cases());
                out.flush();
                failed.addAll(answered.failed());
            }
            out.printf("%d failures, seed %d%n", failed.size(), seed);
            failed.forEach(out::println);
            return failed.isEmpty() ? 0 : 1;
        }
    }

    /** As one role after the other. */
    private Asked ask(Stack stack, ServiceName service, List<Round> rounds) {
        var failed = new ArrayList<String>();
        var asked = 0;
        for (var round : rounds) {
            asked += round.service() == service ? run(stack, round, failed) : 0;
        }
        if (asked < cases) {
            failed.add(service.module() + " was asked only " + asked + " times");
        }
        return new Asked(asked, failed);
    }

    private static List<Round> rounds(Stack stack) {
        var suite = new Suite(stack.layout().gatewayUrl());
        var secrets = stack.secrets();
        var admin = suite.logInAsAdmin(Secrets.ADMIN_EMAIL, secrets.firstAdminPassword(), secrets.ownAdminPassword());
        var boy = suite.hireDeliveryBoy(admin, "Fuzz");
        var customer = suite.newCustomer(admin, boy.id());
        return List.of(
                new Round(ServiceName.AUTH, "admin", admin.token()),
                new Round(ServiceName.AUTH, "customer", customer.token()),
                new Round(ServiceName.CUSTOMER, "admin", admin.token()),
                new Round(ServiceName.ORDER, "admin", admin.token()),
                new Round(ServiceName.ORDER, "customer", customer.token()),
                new Round(ServiceName.DELIVERY, "delivery_boy", boy.session().token()),
                new Round(ServiceName.DELIVERY, "customer", customer.token()));
    }

    /** How many cases; what one of them found is in its log. */
    private int run(Stack stack, Round round, List<String> failed) {
        var name = "fuzz-" + round.service().module() + "-" + round.role();
        var run = Child.start(name, stack.layout().folder(), command(stack, round), Map.of());
        try {
            run.awaitSuccess(MOST);
        } catch (IllegalStateException found) {
            failed.add(String.valueOf(found.getMessage()));
        }
        var matcher = CASES.matcher(read(run.log()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private List<String> command(Stack stack, Round round) {
        var root = Home.root();
        var command = new ArrayList<>(List.of(
                schemathesis.toAbsolutePath().toString(),
                "--config-file",
                root.resolve("local-stack/fuzz/schemathesis.toml").toString(),
                "run",
                root.resolve("contracts/openapi")
                        .resolve(round.service().module() + ".yaml")
                        .toString(),
                "--url",
                stack.layout().url(round.service()),
                "--checks",
                "all",
                "--seed",
                Long.toString(seed),
                "--header",
                "Authorization: Bearer " + round.token()));
        return command;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
