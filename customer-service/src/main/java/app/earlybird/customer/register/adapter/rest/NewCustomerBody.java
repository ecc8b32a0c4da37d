package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.RegisterCustomer;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Location;
import app.earlybird.customer.register.domain.Customer.Service;
import app.earlybird.customer.register.domain.Customer.Status;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.web.IdempotencyKey;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record NewCustomerBody(
        @NotNull @Text String name,
        @NotNull @Text String phone,
        @NotNull @Text String address,
        @NotNull @Text String area,

        @Nullable @Size(max = 500) @Pattern(regexp = "https?://[^\\s\\p{Cntrl}]+", message = "must be a web address") String mapLink,

        @Nullable @Valid LocationBody location,

        @Nullable @Pattern(regexp = "trial|active", message = "must be trial or active") String status,

        @Nullable LocalDate trialStartDate,
        @Nullable @Text String notes,
        @Nullable @Text String marketingBoy,
        @Nullable @Identifier String marketingBoyId,
        @Nullable @Identifier String deliveryBoyId) {

    record LocationBody(
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double lng,
            @Nullable @PositiveOrZero Double accuracyMeters) {

        Location toLocation() {
            return new Location(lat, lng, accuracyMeters);
        }
    }

    /** Whoever brings a customer as marketing staff is its marketer, whatever the body says. */
    RegisterCustomer.Command toCommand(IdempotencyKey key, Actor actor) {
        var byMarketer = actor.is(Roles.MARKETING_STAFF);
        var place = location == null ? null : location.toLocation();
        var service = new Service(
                Status.of(Objects.requireNonNullElse(status, "trial")),
                trialStartDate,
                notes,
                byMarketer ? actor.name() : marketingBoy,
                byMarketer ? actor.id() : marketingBoyId,
                deliveryBoyId);
        var contact = new Contact(name, phone, address, area, mapLink, place);
        return new RegisterCustomer.Command(key.id(), key.digest(), contact, service);
    }
}
