package app.earlybird.e2e.load;

import app.earlybird.e2e.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long a read takes, asked again and again until it is ended; to be printed beside a baseline, never judged alone. */
public final class Latencies {

    private final List<Long> millis = new ArrayList<>();
    private final Thread reader;
    private volatile boolean running = true;

    private Latencies(RunningSuite suite) {
        reader = Thread.ofVirtual().start(() -> {
            while (running) {
                var begun = System.nanoTime();
                suite.admin().get("/api/phase0-v2/customers?limit=10").mustBe(200);
                millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
            }
        });
    }

    public static Latencies begin(RunningSuite suite) {
        return new Latencies(suite);
    }

    /** Median and 99th percentile, as text. */
    public String end() throws InterruptedException {
        running = false;
        reader.join();
        Collections.sort(millis);
        return "p50 %d ms, p99 %d ms (%d reads)".formatted(at(0.50), at(0.99), millis.size());
    }

    private long at(double share) {
        return millis.get((int) Math.min(millis.size() - 1.0, share * millis.size()));
    }
}
