package app.earlybird.delivery.confirmation.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says happened at the door.
 *
 * @param lines null when the claim says it all
 * @param attemptId made by the client, so that a resend is not a second attempt
 * @param reason of somebody who is not the assigned delivery boy
 */
public record Report(
        String customerId,
        LocalDate deliveryDate,
        DeliveryStatus claim,
        @Nullable List<DeliveredLine> lines,
        @Nullable FailureReason failureReason,
        @Nullable Instant deliveredAt,
        @Nullable String attemptId,
        @Nullable String notes,
        @Nullable String reason) {

    /** So much of a product was handed over. */
    public record DeliveredLine(String productId, BigDecimal quantity) {}

    /** Without an id of its own an attempt is told from another by its day, its claim, and why it failed. */
    String attemptKey() {
        var why = failureReason == null ? "" : "/" + failureReason.word();
        return attemptId == null ? deliveryDate + "/" + claim.word() + why : attemptId;
    }
}
