package app.earlybird.customer.register.adapter.rest;

import app.earlybird.kit.domain.Money;
import app.earlybird.kit.web.Identifier;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** @param customProductPrices rupees by product; the whole list: a product left out has no price of its own */
record PricesBody(
        @NotNull @Size(max = 200, message = "must have at most 200 prices") Map<@Identifier String, @NotNull @DecimalMin("0") @Digits(integer = 6, fraction = 2) BigDecimal>
                customProductPrices) {

    Map<String, Money> toPrices() {
        return customProductPrices.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, price -> Money.ofRupees(price.getValue())));
    }
}
