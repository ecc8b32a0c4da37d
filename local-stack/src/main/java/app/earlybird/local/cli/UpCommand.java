package app.earlybird.local.cli;

import app.earlybird.local.stack.Layout;
import app.earlybird.local.stack.Stack;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "up", description = "Starts everything and keeps it running until Ctrl-C. Data is kept in .earlybird/.")
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var layout = Layout.standard();
        var running = new RunningStack(layout.folder());
        if (running.find().isPresent()) {
            throw new IllegalStateException("a stack is up already; ./earlybird down stops it");
        }
        var stack = Stack.start(layout, out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        running.announce();
        StatusTable.print(stack, out);
        out.println("Ctrl-C stops everything.");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
