package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.Counts;
import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.Audit;
import app.earlybird.e2e.audit.Quiet;
import app.earlybird.e2e.load.Load;
import app.earlybird.local.http.Api.Answer;
import app.earlybird.local.http.Suite;
import app.earlybird.local.stack.ServiceProcess;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database killed under load and started again. */
class DatabaseAwayIT {

    private static final int KILLS = Counts.of(1, 5);
    private static final long ANSWERED_MILLIS = 5000;

    private final RunningSuite suite = RunningSuite.get();
    private final Faults faults = new Faults(suite);

    @Test
    @Tag("F10")
    void killed_again_and_again_the_database_keeps_what_was_acknowledged() throws InterruptedException {
        var load = Load.start(suite, Counts.SEED + 3000);
        var slowest = 0L;
        for (int i = 0; i < KILLS; i++) {
            TimeUnit.SECONDS.sleep(2);
            var admin = suite.admin();
            var boy = suite.boy();
            faults.killMongo();
            slowest = Stream.<Supplier<Answer>>of(
                            () -> suite.people().tryLogIn("nobody@earlybird.example", Suite.DEFAULT_PASSWORD),
                            () -> admin.get("/api/phase0-v2/customers/c-1"),
                            () -> admin.get("/api/orders/o-1"),
                            () -> suite.people().tryConfirm(boy, "o-1", "c-1"))
                    .mapToLong(DatabaseAwayIT::millisTo503)
                    .reduce(slowest, Math::max);
            assertThat(suite.stack().services()).as("ready without a database").noneMatch(ServiceProcess::isReady);
            faults.startMongo();
        }
        var ledger = load.settle(Duration.ofMinutes(1));
        var quiet = Quiet.after(suite);

        Report.shown(
                "F10 %d times kill -9 of the database under load".formatted(KILLS),
                Audit.of(suite, ledger) + "; slowest 503 " + slowest + " ms; " + quiet);
    }

    private static long millisTo503(Supplier<Answer> request) {
        var begun = System.nanoTime();
        var answer = request.get().mustBe(503);
        var millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        assertThat(answer.text("code")).isEqualTo("database_unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(millis).isLessThan(ANSWERED_MILLIS);
        return millis;
    }
}
