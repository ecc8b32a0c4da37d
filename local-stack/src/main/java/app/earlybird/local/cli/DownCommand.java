package app.earlybird.local.cli;

import app.earlybird.local.stack.Layout;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "Stops a running stack, and what one left behind. Data stays in .earlybird/.")
final class DownCommand implements Callable<Integer> {

    private static final int GRACE_SECONDS = 40;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var running = new RunningStack(Layout.standard(1).folder());
        var up = running.find();
        up.ifPresent(DownCommand::end);
        var leftOver = running.leftOver();
        leftOver.forEach(DownCommand::end);
        spec.commandLine().getOut().println(up.isEmpty() && leftOver.isEmpty() ? "Nothing is up." : "Down.");
        return 0;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly();
        }
    }
}
