package app.earlybird.order.ordering.adapter.rest;

import app.earlybird.kit.web.IdempotencyKey;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.Text;
import app.earlybird.order.ordering.application.PlaceOrder;
import app.earlybird.order.ordering.application.PlaceOrder.Wish;
import app.earlybird.order.ordering.application.PlaceOrder.WishedLine;
import app.earlybird.order.ordering.domain.Order.Shift;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What and when; never a price, which is the server's. */
record NewOrderBody(
        @NotEmpty @Size(max = 50, message = "must have at most 50 items") List<@NotNull @Valid Item> items,

        @NotNull LocalDate deliveryDate,

        @Nullable @Pattern(regexp = "morning|evening", message = "must be morning or evening") String shift,

        @Nullable @Identifier String addressId,
        @Nullable @Text String notes) {

    record Item(
            @NotNull @Identifier String productId,

            @NotNull @Positive @DecimalMax("1000") @Digits(integer = 4, fraction = 3) BigDecimal quantity) {}

    PlaceOrder.Command toCommand(IdempotencyKey key, String customerId) {
        var lines = items.stream()
                .map(item -> new WishedLine(item.productId(), item.quantity()))
                .toList();
        var when = shift == null ? Shift.MORNING : Shift.of(shift);
        return new PlaceOrder.Command(
                key.id(), key.digest(), customerId, new Wish(lines, deliveryDate, when, addressId, notes));
    }
}
