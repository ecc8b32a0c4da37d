package app.earlybird.e2e;

import java.time.Duration;

/** How much of everything: short in the gate, in full by {@code ./earlybird soak}. */
public final class Counts {

    /** Instances of each service. */
    public static final int REPLICAS = Integer.getInteger("earlybird.replicas", 1);

    public static final boolean SOAK = Boolean.getBoolean("earlybird.soak");

    /** Of all that is left to chance in this run; give it again to have the same choices. */
    public static final long SEED = Long.getLong("earlybird.seed", System.currentTimeMillis());

    /** Whether all services stand on one database that the monolith has filled. */
    public static final boolean ON_MONOLITH = Boolean.getBoolean("earlybird.monolith");

    public static final String MONOLITH = "monolith";

    private Counts() {}

    /** Where this run keeps what is usually kept there. */
    public static String database(String usual) {
        return ON_MONOLITH ? MONOLITH : usual;
    }

    public static int of(int gate, int soak) {
        return SOAK ? soak : gate;
    }

    public static Duration of(Duration gate, Duration soak) {
        return SOAK ? soak : gate;
    }
}
