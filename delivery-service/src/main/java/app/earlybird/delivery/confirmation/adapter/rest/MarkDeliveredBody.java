package app.earlybird.delivery.confirmation.adapter.rest;

import app.earlybird.delivery.confirmation.domain.DeliveryReport;
import app.earlybird.delivery.confirmation.domain.DeliveryReport.DeliveredLine;
import app.earlybird.delivery.confirmation.domain.DeliveryStatus;
import app.earlybird.delivery.confirmation.domain.FailureReason;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

record MarkDeliveredBody(
        @NotNull @Identifier String orderId,
        @NotNull @Identifier String customerId,
        @NotNull LocalDate deliveryDate,

        @NotNull @Pattern(
                regexp = "delivered|partially_delivered|not_delivered",
                message = "must be delivered, partially_delivered or not_delivered")
        String status,

        @Nullable @Size(min = 1, max = 100, message = "must have 1 to 100 items") List<@NotNull @Valid Item> items,

        @Nullable @Pattern(
                regexp = "customer_absent|address_not_found|refused_by_customer|damaged|out_of_stock|other",
                message =
                        "must be customer_absent, address_not_found, refused_by_customer, damaged, out_of_stock or other")
        String failureReason,

        @Nullable OffsetDateTime deliveredAt,
        @Nullable @Identifier String attemptId,
        @Nullable @Text String notes,
        @Nullable @Text String reason) {

    record Item(
            @NotNull @Identifier String productId,

            @NotNull @PositiveOrZero @DecimalMax("1000") @Digits(integer = 4, fraction = 3) BigDecimal deliveredQty) {}

    DeliveryReport toReport() {
        return new DeliveryReport(
                customerId,
                deliveryDate,
                DeliveryStatus.of(status),
                lines(),
                failureReason == null ? null : FailureReason.of(failureReason),
                deliveredAt == null ? null : deliveredAt.toInstant(),
                attemptId,
                notes,
                reason);
    }

    private @Nullable List<DeliveredLine> lines() {
        return items == null
                ? null
                : items.stream()
                        .map(item -> new DeliveredLine(item.productId(), item.deliveredQty()))
                        .toList();
    }
}
