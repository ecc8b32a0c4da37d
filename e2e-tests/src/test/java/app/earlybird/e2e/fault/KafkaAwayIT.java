package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Audit;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.e2e.load.Load;
import app.earlybird.local.stack.ServiceProcess;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The broker away under load: the API does not notice, and afterwards nothing is missing or out of order. */
class KafkaAwayIT {

    private static final Duration AWAY = Counts.of(Duration.ofSeconds(15), Duration.ofMinutes(5));
    private static final Duration DRAINED = Duration.ofMinutes(2);
    private static final int BOUNCES = Counts.of(1, 5);

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    @Test
    @Tag("F07")
    void without_a_broker_no_write_fails_and_afterwards_everything_is_told_in_order() throws InterruptedException {
        var load = Load.start(suite, Counts.SEED + 1000);
        faults.stopKafka();
        TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
        assertThat(suite.stack().services()).as("ready without a broker").allMatch(ServiceProcess::isReady);
        var unanswered = load.unsettled();
        faults.startKafka();
        var ledger = load.settle(Duration.ofMinutes(1));
        var quiet = Quiet.after(suite, DRAINED);

        assertThat(unanswered)
                .as("requests that failed while the broker was away")
                .isZero();
        Report.shown(
                "F07 Kafka away for %d s under load".formatted(AWAY.toSeconds()),
                "0 failed requests; " + Audit.of(suite, ledger) + "; " + quiet);
    }

    @Test
    @Tag("F08")
    void a_broker_killed_again_and_again_loses_nothing() throws InterruptedException {
        var load = Load.start(suite, Counts.SEED + 2000);
        for (int i = 0; i < BOUNCES; i++) {
            TimeUnit.SECONDS.sleep(2);
            faults.killKafka();
            faults.startKafka();
        }
        TimeUnit.SECONDS.sleep(2);
        var ledger = load.settle(Duration.ofMinutes(1));
        var quiet = Quiet.after(suite);

        Report.shown(
                "F08 %d times kill -9 of Kafka under load".formatted(BOUNCES), Audit.of(suite, ledger) + "; " + quiet);
    }
}
