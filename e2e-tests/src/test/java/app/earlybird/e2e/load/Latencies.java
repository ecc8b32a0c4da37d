package app.earlybird.e2e.load;

import app.earlybird.e2e.RunningSuite;
import app.earlybird.local.http.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long a read takes, asked again and again until it is ended; to be judged beside a baseline, never alone. */
public final class Latencies {

    /** In milliseconds, over so many reads. */
    public record Measured(double p50, double p99, int reads) {

        @Override
        public String toString() {
            return "p50 %.0f ms, p99 %.0f ms (%d reads)".formatted(p50, p99, reads);
        }
    }

    private final List<Long> nanos = new ArrayList<>();
    private final Thread reader;
    private volatile boolean running = true;

    private Latencies(Runnable read) {
        reader = Thread.ofVirtual().start(() -> {
            while (running) {
                var begun = System.nanoTime();
                read.run();
                nanos.add(System.nanoTime() - begun);
            }
        });
    }

    /** Of a list of customers, through the gateway. */
    public static Latencies begin(RunningSuite suite) {
        return of(suite.admin(), "/api/phase0-v2/customers?limit=10");
    }

    /** Of this path; every answer must be 200. */
    public static Latencies of(Api api, String path) {
        return new Latencies(() -> api.get(path).mustBe(200));
    }

    public Measured end() throws InterruptedException {
        running = false;
        reader.join();
        if (nanos.isEmpty()) {
            throw new IllegalStateException("Not one read was answered");
        }
        Collections.sort(nanos);
        return new Measured(at(0.50), at(0.99), nanos.size());
    }

    /** For so long. */
    public Measured endAfter(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        return end();
    }

    private double at(double share) {
        return nanos.get((int) Math.min(nanos.size() - 1.0, share * nanos.size())) / 1_000_000.0;
    }
}
