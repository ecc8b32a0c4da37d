package app.earlybird.migrations.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** SIGTERM and Ctrl-C let the batch at hand end; the exit code is the command's, not the signal's. */
final class Interruption {

    static final AtomicBoolean STOP = new AtomicBoolean();

    private static final int PATIENCE_SECONDS = 25;
    private static final CountDownLatch ENDED = new CountDownLatch(1);
    private static final AtomicInteger EXIT = new AtomicInteger(143);

    private Interruption() {}

    static void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(Interruption::endInOrder, "interruption"));
    }

    static void ended(int exit) {
        EXIT.set(exit);
        ENDED.countDown();
    }

    private static void endInOrder() {
        if (ENDED.getCount() == 0) {
            return;
        }
        STOP.set(true);
        try {
            if (ENDED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.out.flush();
                System.err.flush();
                Runtime.getRuntime().halt(EXIT.get());
            }
        } catch (InterruptedException nobodyInterruptsHooks) {
            Thread.currentThread().interrupt();
        }
    }
}
