package app.earlybird.local.cli;

import app.earlybird.local.demo.Demo;
import app.earlybird.local.demo.IdentityDemo;
import app.earlybird.local.stack.Layout;
import app.earlybird.local.stack.Secrets;
import app.earlybird.local.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "demo", description = "A journey, step by step, against the running stack or one started for it.")
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The journeys there are. */
    enum Journey {
        main,
        identity
    }

    @Parameters(
            arity = "0..1",
            defaultValue = "main",
            description = "One of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Journey journey = Journey.main;

    @Override
    public Integer call() {
        var layout = Layout.standard(1);
        if (new RunningStack(layout.folder()).find().isPresent()) {
            var kafka = System.getenv().getOrDefault("EARLYBIRD_KAFKA", "127.0.0.1:" + layout.kafka());
            demo(layout, kafka, Secrets.in(layout.folder()));
            return 0;
        }
        var out = spec.commandLine().getOut();
        try (var stack = Stack.start(layout, out::println)) {
            StatusTable.print(stack, out);
            demo(layout, stack.kafka().bootstrapServers(), stack.secrets());
        }
        return 0;
    }

    private void demo(Layout layout, String kafka, Secrets secrets) {
        switch (journey) {
            case main -> new Demo(layout.gatewayUrl(), kafka, secrets, System.out).run();
            case identity -> new IdentityDemo(layout.gatewayUrl(), secrets, System.out).run();
        }
    }
}
