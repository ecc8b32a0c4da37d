package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.local.http.Poll;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything killed and started in any order: nobody needs a neighbour to come up. */
class ColdStartIT {

    private static final int TIMES = Counts.of(1, 20);
    private static final int LONGEST_PAUSE_MILLIS = 1500;
    private static final Duration READY = Duration.ofMinutes(1);

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    @Test
    @Tag("F34")
    void started_in_any_order_all_become_ready_and_none_gives_up() throws InterruptedException {
        var random = new Random(Counts.SEED);
        var slowest = 0L;
        for (int i = 0; i < TIMES; i++) {
            for (var name : ServiceName.values()) {
                faults.kill(name);
            }
            faults.killKafka();
            faults.killMongo();
            slowest = Math.max(slowest, millisToStart(random));
        }
        assertThat(suite.people()
                        .createCustomer(suite.admin(), "After the cold start", suite.boyId())
                        .text("id"))
                .satisfies(suite::awaitLogin);
        Report.shown("F34 %d cold starts in random order".formatted(TIMES), "all ready within " + slowest + " ms");
    }

    private long millisToStart(Random random) throws InterruptedException {
        var parts = new ArrayList<Runnable>(List.of(faults::startKafka, faults::startMongo));
        suite.stack().services().forEach(service -> parts.add(service::start));
        Collections.shuffle(parts, random);
        var begun = System.nanoTime();
        var starting = new ArrayList<CompletableFuture<Void>>();
        for (var part : parts) {
            starting.add(CompletableFuture.runAsync(part));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        }
        CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
        Poll.until("all ready", READY, () -> suite.stack().services().stream().allMatch(ServiceProcess::isReady));
        assertThat(suite.stack().services())
                .allMatch(service -> service.process().isAlive());
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
