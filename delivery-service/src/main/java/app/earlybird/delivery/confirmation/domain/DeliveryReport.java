package app.earlybird.delivery.confirmation.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says happened at the door.
 *
 * @param reportedDate the day of the visit
 * @param lines null when the claim is complete without them
 * @param attemptId made by the client, so that a resend is not a second attempt
 * @param reason of somebody who is not the assigned delivery boy
 */
public record DeliveryReport(
        String customerId,
        LocalDate reportedDate,
        DeliveryStatus claim,
        @Nullable List<DeliveredLine> lines,
        @Nullable FailureReason failureReason,
        @Nullable Instant deliveredAt,
        @Nullable String attemptId,
        @Nullable String notes,
        @Nullable String reason) {

    /** How much of a product was delivered. */
    public record DeliveredLine(String productId, BigDecimal quantity) {}

    /** Without an id, an attempt is identified by its day, its claim and its failure reason. */
    String attemptKey() {
        var why = failureReason == null ? "" : "/" + failureReason.code();
        return attemptId == null ? reportedDate + "/" + claim.code() + why : attemptId;
    }
}
