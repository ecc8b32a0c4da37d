package app.earlybird.local.stack;

import java.util.Locale;

/** The four services and the ports they have by default. */
public enum ServiceName {
    AUTH(8081),
    CUSTOMER(8082),
    ORDER(8083),
    DELIVERY(8084);

    private static final int MANAGEMENT_OFFSET = 1000;

    private final int port;

    ServiceName(int port) {
        this.port = port;
    }

    public String module() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }

    int defaultPort() {
        return port;
    }

    int defaultManagementPort() {
        return port + MANAGEMENT_OFFSET;
    }

    /** Prefix of this service's own settings in the environment. */
    String environmentPrefix() {
        return "EARLYBIRD_" + name() + "_SERVICE";
    }
}
