package app.earlybird.delivery.confirmation.domain;

import app.earlybird.delivery.confirmation.domain.DeliveryReport.DeliveredLine;
import app.earlybird.delivery.confirmation.domain.OrderPlan.Line;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Source;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Staff;
import app.earlybird.delivery.confirmation.domain.ReportedBy.StaffRole;
import app.earlybird.kit.domain.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deliveries and reports with speaking names. */
final class Reports {

    static final ZonedDateTime NOW = ZonedDateTime.of(2026, 1, 28, 6, 0, 0, 0, ZoneId.of("Asia/Kolkata"));
    static final LocalDate TODAY = NOW.toLocalDate();
    static final Instant PLACED = NOW.minusDays(1).toInstant();

    private Reports() {}

    static Delivery scheduledToday() {
        return scheduledOn(TODAY);
    }

    /** Two litres of milk and a dozen eggs. */
    static Delivery scheduledOn(LocalDate day) {
        var lines = List.of(
                new Line("milk", "Milk", "Liter", new BigDecimal("0.5"), new BigDecimal("2")),
                new Line("eggs", "Eggs", "dozen", null, BigDecimal.ONE));
        var plan = new OrderPlan("o-1", "c-1", day, "morning", "boy-1", PLACED, lines);
        return Delivery.scheduled("d-1", plan, false, 1).state();
    }

    static Draft delivered() {
        return draft(DeliveryStatus.DELIVERED, null, null);
    }

    static Draft notDelivered() {
        return draft(DeliveryStatus.NOT_DELIVERED, null, FailureReason.CUSTOMER_ABSENT);
    }

    static Draft draft(DeliveryStatus claim, @Nullable List<DeliveredLine> lines, @Nullable FailureReason reason) {
        return new Draft("c-1", TODAY, claim, lines, reason, null, null);
    }

    /** The same, under an id the client made. */
    static DeliveryReport attempt(String id, Draft draft) {
        var report = draft.report();
        return new DeliveryReport(
                report.customerId(),
                report.reportedDate(),
                report.claim(),
                report.lines(),
                report.failureReason(),
                report.deliveredAt(),
                id,
                report.notes(),
                report.reason());
    }

    static DeliveredLine line(String product, String quantity) {
        return new DeliveredLine(product, new BigDecimal(quantity));
    }

    static Draft lines(DeliveryStatus claim, DeliveredLine... lines) {
        return draft(claim, Arrays.asList(lines), null);
    }

    static ReportedBy assignedBoy() {
        return boy("boy-1");
    }

    static ReportedBy boy(String id) {
        return new Staff(id, "Ravi", StaffRole.DELIVERY_BOY, new Source("203.0.113.7", "phone"));
    }

    static ReportedBy admin() {
        return new Staff("admin-1", "Meera", StaffRole.ADMIN, new Source(null, null));
    }

    /** The code of the refusal, or nothing. */
    static String refusal(Runnable attempt) {
        try {
            attempt.run();
            return "";
        } catch (Failure refused) {
            return refused.code();
        }
    }

    /** A report that a test changes before it is made. */
    record Draft(
            String customer,
            LocalDate date,
            DeliveryStatus claim,
            @Nullable List<DeliveredLine> lines,
            @Nullable FailureReason failure,
            @Nullable Instant at,
            @Nullable String reason) {

        Draft of(String other) {
            return new Draft(other, date, claim, lines, failure, at, reason);
        }

        Draft on(LocalDate other) {
            return new Draft(customer, other, claim, lines, failure, at, reason);
        }

        Draft at(Instant other) {
            return new Draft(customer, date, claim, lines, failure, other, reason);
        }

        Draft because(String other) {
            return new Draft(customer, date, claim, lines, failure, at, other);
        }

        Draft without() {
            return new Draft(customer, date, claim, lines, null, at, reason);
        }

        DeliveryReport report() {
            return new DeliveryReport(customer, date, claim, lines, failure, at, null, null, reason);
        }
    }
}
