package app.earlybird.delivery.confirmation.domain;

import app.earlybird.delivery.confirmation.domain.OrderPlan.Line;
import app.earlybird.delivery.confirmation.domain.Report.DeliveredLine;
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

    private Reports() {}

    static Delivery dueToday() {
        return dueOn(TODAY);
    }

    /** Two litres of milk and a dozen eggs. */
    static Delivery dueOn(LocalDate day) {
        var lines = List.of(
                new Line("milk", "Milk", "Liter", new BigDecimal("2")),
                new Line("eggs", "Eggs", "dozen", BigDecimal.ONE));
        return Delivery.due("d-1", new OrderPlan("o-1", "c-1", day, "morning", "boy-1", lines), false, 1);
    }

    static Told delivered() {
        return told(DeliveryStatus.DELIVERED, null, null);
    }

    static Told notDelivered() {
        return told(DeliveryStatus.NOT_DELIVERED, null, FailureReason.CUSTOMER_ABSENT);
    }

    static Told told(DeliveryStatus claim, @Nullable List<DeliveredLine> lines, @Nullable FailureReason reason) {
        return new Told("c-1", TODAY, claim, lines, reason, null, null);
    }

    /** The same, under an id the client made. */
    static Report attempt(String id, Told told) {
        var report = told.report();
        return new Report(
                report.customerId(),
                report.deliveryDate(),
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

    static Told lines(DeliveryStatus claim, DeliveredLine... lines) {
        return told(claim, Arrays.asList(lines), null);
    }

    static Reporter assignedBoy() {
        return boy("boy-1");
    }

    static Reporter boy(String id) {
        return new Reporter(id, "Ravi", Reporter.Method.DELIVERY_BOY, "203.0.113.7", "phone");
    }

    static Reporter admin() {
        return new Reporter("admin-1", "Meera", Reporter.Method.ADMIN, null, null);
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

    /** A report in the making. */
    record Told(
            String customer,
            LocalDate date,
            DeliveryStatus claim,
            @Nullable List<DeliveredLine> lines,
            @Nullable FailureReason failure,
            @Nullable Instant at,
            @Nullable String reason) {

        Told of(String other) {
            return new Told(other, date, claim, lines, failure, at, reason);
        }

        Told on(LocalDate other) {
            return new Told(customer, other, claim, lines, failure, at, reason);
        }

        Told at(Instant other) {
            return new Told(customer, date, claim, lines, failure, other, reason);
        }

        Told because(String other) {
            return new Told(customer, date, claim, lines, failure, at, other);
        }

        Told without() {
            return new Told(customer, date, claim, lines, null, at, reason);
        }

        Report report() {
            return new Report(customer, date, claim, lines, failure, at, null, null, reason);
        }
    }
}
