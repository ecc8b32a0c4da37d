package app.earlybird.delivery.confirmation.domain;

import static app.earlybird.delivery.confirmation.domain.Reports.admin;
import static app.earlybird.delivery.confirmation.domain.Reports.assignedBoy;
import static app.earlybird.delivery.confirmation.domain.Reports.boy;
import static app.earlybird.delivery.confirmation.domain.Reports.refusal;
import static app.earlybird.delivery.confirmation.domain.Reports.scheduledToday;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.delivery.confirmation.domain.ReportedBy.SharedLink;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReportRightsTest {

    private final OrderPlan plan = scheduledToday().plan();

    @Test
    @Tag("C-07")
    void only_the_assigned_boy_reports() {
        assertThat(refusal(() -> ReportRights.check(assignedBoy(), plan, null))).isEmpty();
        assertThat(refusal(() -> ReportRights.check(boy("another"), plan, null)))
                .isEqualTo("not_assigned");
    }

    @Test
    void an_admin_reports_with_a_reason_and_not_without() {
        assertThat(refusal(() -> ReportRights.check(admin(), plan, "boy's phone is broken")))
                .isEmpty();
        assertThat(refusal(() -> ReportRights.check(admin(), plan, null))).isEqualTo("validation_failed");
    }

    @Test
    void a_shared_link_needs_no_reason() {
        var link = new SharedLink("l-1", "device-1", new Source(null, null));

        assertThat(refusal(() -> ReportRights.check(link, plan, null))).isEmpty();
    }

    @Test
    @Tag("D-06")
    void nobody_is_refused_while_the_order_is_unknown() {
        var unknown = OrderPlan.unknown("o-1", "c-1");

        assertThat(refusal(() -> ReportRights.check(boy("another"), unknown, null)))
                .isEmpty();
    }
}
