package app.earlybird.delivery.confirmation.domain;

import app.earlybird.delivery.confirmation.domain.ReportedBy.SharedLink;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Staff;
import app.earlybird.delivery.confirmation.domain.ReportedBy.StaffRole;
import app.earlybird.kit.domain.Failure;
import org.jspecify.annotations.Nullable;

/** Who may report a delivery (decision 14). */
public final class ReportRights {

    private ReportRights() {}

    /**
     * Nobody is refused while nothing is known of the order but that it was withdrawn.
     *
     * @param reason needed from everybody but the assigned delivery boy
     */
    public static void check(ReportedBy by, OrderPlan plan, @Nullable String reason) {
        if (!plan.isKnown()) {
            return;
        }
        switch (by) {
            case Staff boy
            when boy.role() == StaffRole.DELIVERY_BOY -> {
                if (!boy.userId().equals(plan.deliveryBoyId())) {
                    throw DeliveryRefused.notAssigned();
                }
            }
            case Staff office -> {
                if (reason == null) {
                    throw Failure.invalid("reason", "is required from anybody but the assigned delivery boy");
                }
            }
            case SharedLink link -> {
                // The link's own scope decides, before it reports
            }
        }
    }
}
