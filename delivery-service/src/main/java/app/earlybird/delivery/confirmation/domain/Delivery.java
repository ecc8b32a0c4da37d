package app.earlybird.delivery.confirmation.domain;

import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryConfirmed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryFailed;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent.DeliveryWithdrawn;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one delivery of one order: its plan, the visits to the door, and how it stands. */
public record Delivery(
        String id,
        OrderPlan plan,
        DeliveryStatus status,
        List<Attempt> attempts,
        long appliedOrder,
        long version,
        long eventSequence) {

    private static final int WINDOW_DAYS = 1;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** @param sequence of the order's event that told of it */
    public static Delivery due(String id, OrderPlan plan, boolean cancelled, long sequence) {
        var status = cancelled ? DeliveryStatus.WITHDRAWN : DeliveryStatus.PENDING;
        return new Delivery(id, plan, status, List.of(), sequence, 1, 0);
    }

    /** An order is withdrawn before its event came: nobody may confirm it when it comes. */
    public static Decision<Delivery, DeliveryEvent> withdrawnUnseen(
            String id, String orderId, String customerId, String reason) {
        var plan = OrderPlan.unknown(orderId, customerId);
        var withdrawn = new Delivery(id, plan, DeliveryStatus.WITHDRAWN, List.of(), 0, 1, 1);
        return Decision.of(withdrawn, new DeliveryWithdrawn(withdrawn, reason));
    }

    /** The last visit that handed something over. */
    public Optional<Attempt> confirmation() {
        return status.isDone() ? Optional.of(attempts.getLast()) : Optional.empty();
    }

    /** What a newer event of the order says; empty when it is not newer. A status once reached stays. */
    public Optional<Delivery> learn(OrderPlan newer, boolean cancelled, long sequence) {
        if (sequence <= appliedOrder) {
            return Optional.empty();
        }
        var next = cancelled && !status.isDone() ? DeliveryStatus.WITHDRAWN : status;
        return Optional.of(new Delivery(id, newer, next, attempts, sequence, version, eventSequence));
    }

    /** Unchanged when it is withdrawn already; refused once something was handed over. */
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

    /** @param now in the business zone: it decides what "today" is */
    public Decision<Delivery, DeliveryEvent> report(Report report, Reporter by, ZonedDateTime now) {
        if (plan.isKnown()) {
            mustBeReportedBy(by, report.reason());
        }
        if (!plan.customerId().equals(report.customerId())) {
            throw DeliveryRefused.otherCustomer();
        }
        if (status == DeliveryStatus.WITHDRAWN) {
            throw DeliveryRefused.notDeliverable(status);
        }
        var handover = Handover.of(report, plan.lines());
        if (status.isDone()) {
            return sameAgain(report, handover);
        }
        mustBeInWindow(report.deliveryDate(), now.toLocalDate());
        var deliveredAt = deliveredAt(report, handover, now);
        return isResent(report, handover)
                ? Decision.unchanged(this)
                : record(report, handover, by, deliveredAt, now.toInstant());
    }

    private void mustBeReportedBy(Reporter by, @Nullable String reason) {
        if (by.isBoy() && !by.userId().equals(plan.deliveryBoyId())) {
            throw DeliveryRefused.notAssigned();
        }
        if (!by.isBoy() && reason == null) {
            throw Failure.invalid("reason", "is needed from anybody but the assigned delivery boy");
        }
    }

    private Decision<Delivery, DeliveryEvent> sameAgain(Report report, Handover handover) {
        if (attempts.getLast().statesTheSame(report.deliveryDate(), handover.outcome(), handover.delivered())) {
            return Decision.unchanged(this);
        }
        throw DeliveryRefused.alreadyConfirmed(status);
    }

    private void mustBeInWindow(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw DeliveryRefused.inTheFuture(today);
        }
        var due = Objects.requireNonNull(plan.deliveryDate(), "an order that is not withdrawn has a date");
        var first = due.minusDays(WINDOW_DAYS);
        var last = due.plusDays(WINDOW_DAYS);
        if (date.isBefore(first) || date.isAfter(last)) {
            throw DeliveryRefused.outsideWindow(first, last);
        }
    }

    private static @Nullable Instant deliveredAt(Report report, Handover handover, ZonedDateTime now) {
        var told = report.deliveredAt();
        if (!handover.outcome().isDone()) {
            if (told != null) {
                throw DeliveryRefused.deliveredAtWithoutDelivery();
            }
            return null;
        }
        if (told == null) {
            return now.toInstant();
        }
        var day = told.atZone(now.getZone()).toLocalDate();
        var near = Math.abs(day.toEpochDay() - report.deliveryDate().toEpochDay()) <= WINDOW_DAYS;
        if (!near || told.isAfter(now.toInstant().plus(CLOCK_SKEW))) {
            throw DeliveryRefused.deliveredAtOutOfBounds();
        }
        return told;
    }

    /** Refused when the id of an attempt comes with other facts: they would be lost behind a friendly answer. */
    private boolean isResent(Report report, Handover handover) {
        var known = attempts.stream()
                .filter(attempt -> attempt.key().equals(report.attemptKey()))
                .findFirst();
        known.filter(attempt -> !attempt.statesTheSame(report.deliveryDate(), handover.outcome(), handover.delivered())
                        || attempt.failureReason() != report.failureReason())
                .ifPresent(other -> {
                    throw DeliveryRefused.attemptReused();
                });
        return known.isPresent();
    }

    private Decision<Delivery, DeliveryEvent> record(
            Report report, Handover handover, Reporter by, @Nullable Instant deliveredAt, Instant now) {
        var attempt = new Attempt(
                report.attemptKey(),
                attempts.size() + 1,
                handover.outcome(),
                report.deliveryDate(),
                handover.delivered(),
                handover.outcome().isDone() ? null : report.failureReason(),
                deliveredAt,
                now,
                by,
                report.notes(),
                report.reason());
        var all = new ArrayList<>(attempts);
        all.add(attempt);
        var reported = with(handover.outcome(), all);
        return Decision.of(
                reported,
                handover.outcome().isDone()
                        ? new DeliveryConfirmed(reported, attempt)
                        : new DeliveryFailed(reported, attempt));
    }

    private Delivery with(DeliveryStatus next, List<Attempt> visits) {
        return new Delivery(id, plan, next, visits, appliedOrder, version, eventSequence);
    }

    /** As it is once stored with so many events. */
    public Delivery stored(int events) {
        return new Delivery(id, plan, status, attempts, appliedOrder, version + 1, eventSequence + events);
    }
}
