package app.earlybird.e2e.load;

import app.earlybird.e2e.RunningSuite;
import app.earlybird.local.http.Api.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Clients that ask for mixed work until they are stopped: 20% customers, 20% orders, 50% confirmations, 10% reads, at
 * about 60 requests a second. What was left open is asked again at the end, so that nothing stays unknown.
 */
public final class Load {

    private static final int CLIENTS = 30;
    private static final int PAUSE_MILLIS = 500;
    private static final int UNAVAILABLE = 503;

    private final Ledger ledger = new Ledger();
    private final Mix mix;
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean running = true;

    private Load(RunningSuite suite) {
        this.mix = new Mix(suite, ledger);
    }

    /** @param seed decides what the clients ask for, and when */
    public static Load start(RunningSuite suite, long seed) {
        var load = new Load(suite);
        for (int i = 0; i < CLIENTS; i++) {
            var random = new Random(seed + i);
            load.clients.add(Thread.ofVirtual().start(() -> load.work(random)));
        }
        return load;
    }

    /** Stops the clients, and asks again for what was left open until it is settled. */
    public Ledger settle(Duration most) {
        running = false;
        clients.forEach(Load::join);
        var end = System.nanoTime() + most.toNanos();
        for (var open = ledger.unsettled().poll();
                open != null;
                open = ledger.unsettled().poll()) {
            if (settled(open)) {
                ledger.recover();
            } else if (System.nanoTime() > end) {
                ledger.unexpected("Never settled: " + open.kind());
            } else {
                ledger.leaveOpen(open);
                pause(100);
            }
        }
        return ledger;
    }

    /** How many requests were left open so far. */
    public int unsettled() {
        return ledger.unsettled().size();
    }

    private void work(Random random) {
        while (running) {
            var work = mix.next(random);
            ledger.attempt(work);
            if (!settled(work)) {
                ledger.leaveOpen(work);
            }
            pause(random.nextInt(2 * PAUSE_MILLIS));
        }
    }

    /** False when it is not known whether it was done. */
    private boolean settled(Work work) {
        try {
            var answer = work.ask().get();
            if (answer.status() == UNAVAILABLE) {
                check(work, answer);
                return false;
            }
            if (answer.status() / 100 == 2) {
                ledger.acknowledge(work);
                work.whenDone().accept(answer);
            } else {
                ledger.unexpected(work.kind() + " answered " + answer.status() + " " + answer.body());
            }
            return true;
        } catch (UncheckedIOException | IllegalStateException noAnswer) {
            return false;
        }
    }

    private void check(Work work, Answer answer) {
        if (answer.text("code").isEmpty() || answer.header("Retry-After").isEmpty()) {
            ledger.unexpected(work.kind() + " answered a 503 without code or Retry-After: " + answer.body());
        }
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
