package app.earlybird.local.cli;

import app.earlybird.local.stack.Layout;
import app.earlybird.local.stack.Stack;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "up", description = "Starts everything and keeps it running until Ctrl-C. Data is kept in .earlybird/.")
final class UpCommand implements Callable<Integer> {

    private static final int MOST_REPLICAS = 4;
    private static final int WATCH_SECONDS = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "Instances of each service, 1 to 4 (default ${DEFAULT-VALUE}).")
    private int replicas = 1;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new ParameterException(spec.commandLine(), "--replicas must be 1 to " + MOST_REPLICAS);
        }
        var layout = Layout.standard(replicas);
        var running = new RunningStack(layout.folder());
        if (running.find().isPresent()) {
            throw new IllegalStateException("a stack is up already; ./earlybird down stops it");
        }
        running.announce();
        var stack = Stack.start(layout, out::println);
        StatusTable.print(stack, out);
        StatusTable.printNext(stack, out);
        out.flush();
        return watch(stack);
    }

    /** Until this process is asked to end. */
    private int watch(Stack stack) throws InterruptedException {
        var out = spec.commandLine().getOut();
        while (!Thread.interrupted()) {
            TimeUnit.SECONDS.sleep(WATCH_SECONDS);
            stack.startEnded().forEach(label -> out.println(label + " had ended; it is started again."));
            out.flush();
        }
        return 0;
    }
}
