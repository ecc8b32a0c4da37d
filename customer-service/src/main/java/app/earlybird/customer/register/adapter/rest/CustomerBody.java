package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Location;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** @param customProductPrices rupees by product, in place of the product's price */
record CustomerBody(
        String id,
        @Nullable String userId,
        @Nullable String requestedUserId,
        String name,
        String phone,
        String address,
        String area,
        @Nullable String mapLink,
        @Nullable Location location,
        String status,
        @Nullable LocalDate trialStartDate,
        @Nullable String notes,
        @Nullable String marketingBoy,
        @Nullable String marketingBoyId,
        @Nullable String deliveryBoyId,
        Map<String, BigDecimal> customProductPrices,
        String loginState,
        @Nullable String loginConflictCode,
        Instant createdAt,
        long version) {

    static CustomerBody of(Customer customer) {
        var contact = customer.contact();
        var terms = customer.service().terms();
        var link = customer.link();
        return new CustomerBody(
                customer.id(),
                link.userId(),
                link.requestedUserId(),
                contact.name(),
                contact.phone(),
                contact.address(),
                contact.area(),
                contact.mapLink(),
                contact.location(),
                customer.service().status().word(),
                terms.trialStart(),
                terms.notes(),
                terms.marketingBoy(),
                terms.marketingBoyId(),
                terms.deliveryBoyId(),
                rupees(customer.customPricesPaise()),
                link.state().word(),
                link.conflictCode(),
                customer.origin().createdAt(),
                customer.version());
    }

    private static Map<String, BigDecimal> rupees(Map<String, Long> paise) {
        var rupees = new TreeMap<String, BigDecimal>();
        paise.forEach((product, price) -> rupees.put(product, BigDecimal.valueOf(price, 2)));
        return rupees;
    }
}
