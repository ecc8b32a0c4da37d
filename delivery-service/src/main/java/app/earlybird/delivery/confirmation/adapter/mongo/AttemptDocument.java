package app.earlybird.delivery.confirmation.adapter.mongo;

import static java.util.Objects.requireNonNull;

import app.earlybird.delivery.confirmation.domain.Attempt;
import app.earlybird.delivery.confirmation.domain.DeliveryStatus;
import app.earlybird.delivery.confirmation.domain.FailureReason;
import app.earlybird.delivery.confirmation.domain.ReportedBy;
import app.earlybird.delivery.confirmation.domain.ReportedBy.SharedLink;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Source;
import app.earlybird.delivery.confirmation.domain.ReportedBy.Staff;
import app.earlybird.delivery.confirmation.domain.ReportedBy.StaffRole;
import app.earlybird.kit.domain.Coded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as stored: with a user where staff reported it, with link and device where a shared link did.
 *
 * @param formerReportedDate under the name it had before the visit's day and the order's had two names
 */
public record AttemptDocument(
        @BsonProperty("attempt_id") String key,
        int number,
        String outcome,
        @BsonProperty("reported_date") @Nullable String reportedDate,
        @BsonProperty("delivery_date") @Nullable String formerReportedDate,
        List<DeliveredDocument> items,
        @BsonProperty("failure_reason") @Nullable String failureReason,
        @BsonProperty("delivered_at") @Nullable Instant deliveredAt,
        @BsonProperty("recorded_at") Instant recordedAt,
        @BsonProperty("user_id") @Nullable String userId,
        @BsonProperty("user_name") @Nullable String userName,
        @BsonProperty("link_id") @Nullable String linkId,
        @BsonProperty("device_id") @Nullable String deviceId,
        String method,
        @BsonProperty("ip_address") @Nullable String ipAddress,
        @BsonProperty("device_info") @Nullable String deviceInfo,
        @Nullable String notes,
        @Nullable String reason) {

    /** As stored. */
    public record DeliveredDocument(
            @BsonProperty("product_id") String productId,
            @BsonProperty("delivered_qty") BigDecimal delivered) {}

    static AttemptDocument of(Attempt attempt) {
        var by = attempt.reportedBy();
        var staff = by instanceof Staff member ? member : null;
        var link = by instanceof SharedLink shared ? shared : null;
        return new AttemptDocument(
                attempt.key(),
                attempt.number(),
                attempt.outcome().code(),
                attempt.reportedDate().toString(),
                null,
                attempt.delivered().entrySet().stream()
                        .map(line -> new DeliveredDocument(line.getKey(), line.getValue()))
                        .toList(),
                attempt.failureReason() == null ? null : attempt.failureReason().code(),
                attempt.deliveredAt(),
                attempt.recordedAt(),
                staff == null ? null : staff.userId(),
                staff == null ? null : staff.name(),
                link == null ? null : link.linkId(),
                link == null ? null : link.deviceId(),
                by.method(),
                by.source().ipAddress(),
                by.source().deviceInfo(),
                attempt.notes(),
                attempt.reason());
    }

    Attempt toAttempt() {
        return new Attempt(
                key,
                number,
                DeliveryStatus.of(outcome),
                LocalDate.parse(requireNonNull(reportedDate == null ? formerReportedDate : reportedDate)),
                items.stream().collect(Collectors.toMap(DeliveredDocument::productId, DeliveredDocument::delivered)),
                failureReason == null ? null : FailureReason.of(failureReason),
                deliveredAt,
                recordedAt,
                reportedBy(),
                notes,
                reason);
    }

    private ReportedBy reportedBy() {
        var source = new Source(ipAddress, deviceInfo);
        return method.equals(SharedLink.METHOD)
                ? new SharedLink(requireNonNull(linkId), requireNonNull(deviceId), source)
                : new Staff(
                        requireNonNull(userId), requireNonNull(userName), Coded.of(StaffRole.class, method), source);
    }
}
