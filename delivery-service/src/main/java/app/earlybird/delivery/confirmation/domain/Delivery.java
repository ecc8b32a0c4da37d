package app.earlybird.delivery.confirmation.domain;

import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryConfirmed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryFailed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryWithdrawn;
import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one delivery of one order: what the order says, the attempts, and its status. */
public record Delivery(String id, OrderPlan plan, DeliveryStatus status, List<Attempt> attempts, AggregateMeta meta)
        implements Aggregate {

    /** Where news of the order comes from. */
    private static final String ORDER = "order";

    private static final int WINDOW_DAYS = 1;
    private static final int MOST_FAILED_ATTEMPTS = 20;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** @param sequence of the order's event that it is made from */
    public static Decision<Delivery, DeliveryEvent> scheduled(
            String id, OrderPlan plan, boolean cancelled, long sequence) {
        var status = cancelled ? DeliveryStatus.WITHDRAWN : DeliveryStatus.PENDING;
        return Decision.silent(new Delivery(id, plan, status, List.of(), AggregateMeta.newFrom(ORDER, sequence)));
    }

    /** The order is withdrawn before its event came: nobody can confirm it when the event comes. */
    public static Decision<Delivery, DeliveryEvent> withdrawnBeforeCreation(
            String id, String orderId, String customerId, String reason) {
        var plan = OrderPlan.unknown(orderId, customerId);
        var withdrawn = new Delivery(id, plan, DeliveryStatus.WITHDRAWN, List.of(), AggregateMeta.NEW);
        return Decision.of(withdrawn, new DeliveryWithdrawn(withdrawn, reason));
    }

    @Override
    public String businessKey() {
        return plan.orderId();
    }

    /** The attempt that delivered something. */
    public Optional<Attempt> confirmation() {
        return status.isDone() ? Optional.of(attempts.getLast()) : Optional.empty();
    }

    /** Takes in a newer event of the order; a delivery that is done stays so. */
    public Decision<Delivery, DeliveryEvent> follow(OrderPlan newer, boolean cancelled, long sequence) {
        if (meta.hasApplied(ORDER, sequence)) {
            return Decision.unchanged(this);
        }
        var next = cancelled && !status.isDone() ? DeliveryStatus.WITHDRAWN : status;
        return Decision.silent(new Delivery(id, newer, next, attempts, meta.with(ORDER, sequence)));
    }

    /** Unchanged when it is withdrawn already; refused once something was delivered. */
    public Decision<Delivery, DeliveryEvent> withdraw(String reason) {
        if (status.isDone()) {
            throw DeliveryRefused.alreadyConfirmed(status);
        }
        if (status == DeliveryStatus.WITHDRAWN) {
            return Decision.unchanged(this);
        }
        var withdrawn = with(DeliveryStatus.WITHDRAWN, attempts);
        return Decision.of(withdrawn, new DeliveryWithdrawn(withdrawn, reason));
    }

    /**
     * Whether {@code by} may report is decided by {@link ReportRights}.
     *
     * @param now in the business zone: it decides what "today" is
     */
    public Decision<Delivery, DeliveryEvent> report(DeliveryReport report, ReportedBy by, ZonedDateTime now) {
        if (!plan.customerId().equals(report.customerId())) {
            throw DeliveryRefused.otherCustomer();
        }
        if (status == DeliveryStatus.WITHDRAWN) {
            throw DeliveryRefused.notDeliverable(status);
        }
        var quantities = DeliveredQuantities.of(report, plan.lines());
        if (status.isDone()) {
            return sameAgain(report, quantities);
        }
        mustBeInWindow(report.reportedDate(), now.toLocalDate());
        var deliveredAt = deliveredAt(report, quantities, now);
        return isResent(report, quantities)
                ? Decision.unchanged(this)
                : record(report, quantities, by, deliveredAt, now.toInstant());
    }

    private Decision<Delivery, DeliveryEvent> sameAgain(DeliveryReport report, DeliveredQuantities quantities) {
        if (attempts.getLast().statesTheSame(report.reportedDate(), quantities.outcome(), quantities.delivered())) {
            return Decision.unchanged(this);
        }
        throw DeliveryRefused.alreadyConfirmed(status);
    }

    private void mustBeInWindow(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw DeliveryRefused.inTheFuture(today);
        }
        var ordered = Objects.requireNonNull(plan.deliveryDate(), "an order that is not withdrawn has a date");
        var first = ordered.minusDays(WINDOW_DAYS);
        var last = ordered.plusDays(WINDOW_DAYS);
        if (date.isBefore(first) || date.isAfter(last)) {
            throw DeliveryRefused.outsideWindow(first, last);
        }
    }

    private @Nullable Instant deliveredAt(DeliveryReport report, DeliveredQuantities quantities, ZonedDateTime now) {
        var reported = report.deliveredAt();
        if (!quantities.outcome().isDone()) {
            if (reported != null) {
                throw DeliveryRefused.deliveredAtWithoutDelivery();
            }
            return null;
        }
        if (reported == null) {
            return now.toInstant();
        }
        var day = reported.atZone(now.getZone()).toLocalDate();
        var near = Math.abs(day.toEpochDay() - report.reportedDate().toEpochDay()) <= WINDOW_DAYS;
        if (!near || reported.isAfter(now.toInstant().plus(CLOCK_SKEW))) {
            throw DeliveryRefused.deliveredAtOutOfBounds();
        }
        if (plan.placedAt() != null && reported.plus(CLOCK_SKEW).isBefore(plan.placedAt())) {
            throw DeliveryRefused.deliveredBeforeOrdered();
        }
        return reported;
    }

    /** Refused when the id of an attempt comes with other facts: they would be lost behind a 200. */
    private boolean isResent(DeliveryReport report, DeliveredQuantities quantities) {
        var known = attempts.stream()
                .filter(attempt -> attempt.key().equals(report.attemptKey()))
                .findFirst();
        known.filter(attempt ->
                        !attempt.statesTheSame(report.reportedDate(), quantities.outcome(), quantities.delivered())
                                || attempt.failureReason() != report.failureReason())
                .ifPresent(other -> {
                    throw DeliveryRefused.attemptReused();
                });
        return known.isPresent();
    }

    private Decision<Delivery, DeliveryEvent> record(
            DeliveryReport report,
            DeliveredQuantities quantities,
            ReportedBy by,
            @Nullable Instant deliveredAt,
            Instant now) {
        if (!quantities.outcome().isDone() && attempts.size() >= MOST_FAILED_ATTEMPTS) {
            throw DeliveryRefused.tooManyFailedAttempts(MOST_FAILED_ATTEMPTS);
        }
        var attempt = new Attempt(
                report.attemptKey(),
                attempts.size() + 1,
                quantities.outcome(),
                report.reportedDate(),
                quantities.delivered(),
                report.failureReason(),
                deliveredAt,
                now,
                by,
                report.notes(),
                report.reason());
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        var reported = with(quantities.outcome(), all);
        return Decision.of(
                reported,
                quantities.outcome().isDone()
                        ? new DeliveryConfirmed(reported, attempt)
                        : new DeliveryFailed(reported, attempt));
    }

    private Delivery with(DeliveryStatus next, List<Attempt> visits) {
        return new Delivery(id, plan, next, visits, meta);
    }
}
