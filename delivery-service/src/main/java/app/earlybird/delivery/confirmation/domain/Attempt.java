package app.earlybird.delivery.confirmation.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit to the door.
 *
 * @param number from 1
 * @param reportedDate the day of the visit; the day of the order is in its plan
 * @param delivered quantity by product; zero for what was not delivered
 * @param deliveredAt only when something was delivered
 */
public record Attempt(
        String key,
        int number,
        DeliveryStatus outcome,
        LocalDate reportedDate,
        Map<String, BigDecimal> delivered,
        @Nullable FailureReason failureReason,
        @Nullable Instant deliveredAt,
        Instant recordedAt,
        ReportedBy reportedBy,
        @Nullable String notes,
        @Nullable String reason) {

    /** Date, outcome and sum per product; times and actors do not count (decision 12). */
    boolean statesTheSame(LocalDate date, DeliveryStatus otherOutcome, Map<String, BigDecimal> otherDelivered) {
        return reportedDate.equals(date)
                && outcome == otherOutcome
                && delivered.keySet().equals(otherDelivered.keySet())
                && delivered.entrySet().stream()
                        .allMatch(line ->
                                line.getValue().compareTo(otherDelivered.getOrDefault(line.getKey(), BigDecimal.ZERO))
                                        == 0);
    }
}
