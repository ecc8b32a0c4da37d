package app.earlybird.e2e;

import app.earlybird.local.http.Api;
import java.time.Duration;
import java.util.function.Supplier;

/** Somebody who logs in again before the token ends: a soak is longer than 15 minutes. */
public final class Session {

    private static final long LIFE_NANOS = Duration.ofMinutes(10).toNanos();

    private final Supplier<Api> logIn;
    private Api api;
    private long since = System.nanoTime();

    Session(Api first, Supplier<Api> logIn) {
        this.api = first;
        this.logIn = logIn;
    }

    /** Fails like any call when auth-service is away at the wrong moment. */
    public synchronized Api api() {
        if (System.nanoTime() - since > LIFE_NANOS) {
            api = logIn.get();
            since = System.nanoTime();
        }
        return api;
    }
}
