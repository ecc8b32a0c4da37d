package app.earlybird.kit.runtime;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock, in milliseconds as the database keeps them; its zone decides what "today" is (decision 11). */
class Clocks {

    @Produces
    Clock business(@ConfigProperty(name = "earlybird.zone") ZoneId zone) {
        return Clock.tickMillis(zone);
    }
}
