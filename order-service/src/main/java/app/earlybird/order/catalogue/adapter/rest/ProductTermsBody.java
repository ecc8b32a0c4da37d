package app.earlybird.order.catalogue.adapter.rest;

import app.earlybird.kit.domain.Money;
import app.earlybird.kit.web.Text;
import app.earlybird.order.catalogue.domain.Product;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param price rupees for one unit
 * @param isActive a new product is, another stays as it is, where it is left out
 */
record ProductTermsBody(
        @NotNull @Text String name,
        @NotNull @Text String unit,

        @NotNull @Positive @DecimalMax("1000") @Digits(integer = 4, fraction = 3) BigDecimal unitStep,

        @NotNull @Positive @DecimalMax("100000") @Digits(integer = 6, fraction = 2) BigDecimal price,

        @Nullable Boolean isActive) {

    /** @param active where the body does not say */
    Product.Terms toTerms(boolean active) {
        return new Product.Terms(
                name, unit, unitStep, Money.ofRupees(price), Objects.requireNonNullElse(isActive, active));
    }
}
