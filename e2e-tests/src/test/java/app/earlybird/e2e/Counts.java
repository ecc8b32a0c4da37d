package app.earlybird.e2e;

import java.time.Duration;

/** How much of everything: short in the gate, in full by {@code ./earlybird soak}. */
public final class Counts {

    /** Instances of each service. */
    public static final int REPLICAS = Integer.getInteger("earlybird.replicas", 1);

    public static final boolean SOAK = Boolean.getBoolean("earlybird.soak");

    /** Of all that is left to chance in this run; give it again to have the same choices. */
    public static final long SEED = Long.getLong("earlybird.seed", System.currentTimeMillis());

    private Counts() {}

    public static int of(int gate, int soak) {
        return SOAK ? soak : gate;
    }

    public static Duration of(Duration gate, Duration soak) {
        return SOAK ? soak : gate;
    }
}
