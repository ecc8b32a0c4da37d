package app.earlybird.delivery.confirmation.domain;

import app.earlybird.kit.domain.Coded;
import org.jspecify.annotations.Nullable;

/** Who reports an attempt, and from where; kept with the attempt (STEP 25). */
public sealed interface ReportedBy {

    Source source();

    /** How it was reported, as it is stored and published. */
    default String method() {
        return switch (this) {
            case Staff staff -> staff.role().code();
            case SharedLink link -> SharedLink.METHOD;
        };
    }

    /** Somebody with a login. */
    record Staff(String userId, String name, StaffRole role, Source source) implements ReportedBy {}

    /** A device that opened a shared link. */
    record SharedLink(String linkId, String deviceId, Source source) implements ReportedBy {
        public static final String METHOD = "shared_link";
    }

    /** Roles that report deliveries. */
    enum StaffRole implements Coded {
        DELIVERY_BOY,
        ADMIN,
        DELIVERY_MANAGER
    }

    /** Where the request came from. */
    record Source(@Nullable String ipAddress, @Nullable String deviceInfo) {}
}
