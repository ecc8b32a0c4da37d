package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Audit;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.e2e.load.Load;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** kill -9 of the services at random moments under load. */
class KilledAtRandomIT {

    private static final int KILLS = Counts.of(10, 200);
    private static final int LONGEST_PAUSE_MILLIS = 1000;
    /** Of one instance of each service on two cores; twice the processes have half of them. */
    private static final long READY_MILLIS = 15_000L * Counts.REPLICAS;

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    @Test
    @Tag("F01")
    @Tag("B-01")
    @Tag("E-03")
    void killed_at_random_moments_the_services_lose_nothing_and_double_nothing() throws InterruptedException {
        var random = new Random(Counts.SEED);
        var load = Load.start(suite, Counts.SEED);
        var slowest = 0L;
        for (int i = 0; i < KILLS; i++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            var services = suite.stack().services();
            slowest = Math.max(slowest, faults.killAndRestart(services.get(random.nextInt(services.size()))));
        }
        var ledger = load.settle(Duration.ofMinutes(1));
        var quiet = Quiet.after(suite);

        assertThat(slowest).as("slowest start, in ms").isLessThan(READY_MILLIS);
        Report.shown(
                "F01 %d kill -9 at random moments over the four services".formatted(KILLS),
                Audit.of(suite, ledger) + "; slowest start " + slowest + " ms; " + quiet);
    }
}
