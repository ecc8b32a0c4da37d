package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Location;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record CustomerBody(
        String id,
        String userId,
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
        String loginState,
        @Nullable String loginConflictCode,
        Instant createdAt,
        long version) {

    static CustomerBody of(Customer customer) {
        var contact = customer.contact();
        var service = customer.service();
        return new CustomerBody(
                customer.id(),
                customer.userId(),
                contact.name(),
                contact.phone(),
                contact.address(),
                contact.area(),
                contact.mapLink(),
                contact.location(),
                service.status().word(),
                service.trialStart(),
                service.notes(),
                service.marketingBoy(),
                service.marketingBoyId(),
                service.deliveryBoyId(),
                customer.login().state().word(),
                customer.login().conflictCode(),
                customer.origin().createdAt(),
                customer.version());
    }
}
