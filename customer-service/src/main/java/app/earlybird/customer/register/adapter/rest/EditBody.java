package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.application.ChangeCustomer.Edited;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Address;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Terms;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All of a customer that may be edited; what is left out is cleared. */
record EditBody(
        @NotNull @Text String name,
        @NotNull @Text String phone,
        @NotNull @Text String address,
        @NotNull @Text String area,
        @Nullable @Text String landmark,

        @Nullable @Size(max = 500) @Pattern(
                regexp = NewCustomerBody.WEB_ADDRESS,
                message = "must be a web address such as https://maps.example/12")
        String mapLink,

        @Nullable @Valid LocationBody location,
        @Nullable LocalDate trialStartDate,
        @Nullable @Text String notes,
        @Nullable @Text String marketingBoy,
        @Nullable @Identifier String marketingBoyId,
        @Nullable @Identifier String deliveryBoyId) {

    static EditBody of(Customer customer) {
        var contact = customer.contact();
        var address = customer.address();
        var terms = customer.service().terms();
        return new EditBody(
                contact.name(),
                contact.phone(),
                address.address(),
                address.area(),
                address.landmark(),
                address.mapLink(),
                LocationBody.of(address.location()),
                terms.trialStartDate(),
                terms.notes(),
                terms.marketingBoy(),
                terms.marketingBoyId(),
                terms.deliveryBoyId());
    }

    Edited toEdited() {
        var place = location == null ? null : location.toLocation();
        return new Edited(
                new Contact(name, phone),
                new Address(address, area, landmark, mapLink, place),
                new Terms(trialStartDate, notes, marketingBoy, marketingBoyId, deliveryBoyId));
    }
}
