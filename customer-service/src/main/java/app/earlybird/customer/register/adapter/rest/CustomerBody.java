package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.kit.usecase.Versioned;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it is shown.
 *
 * @param editable the fields people may edit, beside the others
 * @param customProductPrices rupees by product, in place of the product's price
 */
record CustomerBody(
        String id,
        @Nullable String userId,
        @Nullable String requestedUserId,
        @JsonUnwrapped EditBody editable,
        String status,
        Map<String, BigDecimal> customProductPrices,
        String loginState,
        @Nullable String loginConflictCode,
        Instant createdAt,
        long version)
        implements Versioned {

    static CustomerBody of(Customer customer) {
        var link = customer.link();
        var prices = new TreeMap<String, BigDecimal>();
        customer.customPrices().forEach((product, price) -> prices.put(product, price.rupees()));
        return new CustomerBody(
                customer.id(),
                link.userId(),
                link.requestedUserId(),
                EditBody.of(customer),
                customer.service().status().code(),
                prices,
                link.state().code(),
                link.conflictCode(),
                customer.origin().createdAt(),
                customer.meta().version());
    }
}
