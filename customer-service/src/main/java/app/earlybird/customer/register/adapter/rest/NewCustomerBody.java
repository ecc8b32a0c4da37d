package app.earlybird.customer.register.adapter.rest;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.application.RegisterCustomer;
import app.earlybird.customer.register.application.RegisterCustomer.Household;
import app.earlybird.customer.register.domain.Customer.Address;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Service;
import app.earlybird.customer.register.domain.Customer.Status;
import app.earlybird.customer.register.domain.Customer.Terms;
import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.kit.domain.Actor;
import app.earlybird.kit.web.IdempotencyKey;
import app.earlybird.kit.web.Identifier;
import app.earlybird.kit.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param userId an existing user to link instead of a new login; for admins */
record NewCustomerBody(
        @Nullable @Identifier String userId,
        @NotNull @Text String name,
        @NotNull @Text String phone,
        @NotNull @Text String address,
        @NotNull @Text String area,
        @Nullable @Text String landmark,

        @Nullable @Size(max = 500) @Pattern(regexp = WEB_ADDRESS, message = "must be a web address such as https://maps.example/12") String mapLink,

        @Nullable @Valid LocationBody location,

        @Nullable @Pattern(regexp = "trial|active", message = "must be trial or active") String status,

        @Nullable LocalDate trialStartDate,
        @Nullable @Text String notes,
        @Nullable @Text String marketingBoy,
        @Nullable @Identifier String marketingBoyId,
        @Nullable @Identifier String deliveryBoyId) {

    static final String WEB_ADDRESS = "https?://[^\\s\\p{Cntrl}]+";

    /** Whoever brings a customer as marketing staff is its marketer. */
    RegisterCustomer.Command toCommand(IdempotencyKey key, Actor actor) {
        if (userId != null && !actor.is(Roles.ADMIN)) {
            throw CustomerRefused.fieldsNotAllowed(List.of("user_id"));
        }
        var byMarketer = actor.is(Roles.MARKETING_STAFF);
        if (byMarketer) {
            mustBeOwnTrial(actor);
        }
        var place = location == null ? null : location.toLocation();
        var terms = new Terms(
                trialStartDate,
                notes,
                byMarketer ? actor.name() : marketingBoy,
                byMarketer ? actor.id() : marketingBoyId,
                deliveryBoyId);
        var service = new Service(Status.of(Objects.requireNonNullElse(status, "trial")), null, terms);
        var household =
                new Household(new Contact(name, phone), new Address(address, area, landmark, mapLink, place), service);
        return new RegisterCustomer.Command(key.id(), key.digest(), household, userId, actor);
    }

    private void mustBeOwnTrial(Actor marketer) {
        var refused = new ArrayList<String>();
        if ("active".equals(status)) {
            refused.add("status");
        }
        if (marketingBoyId != null && !marketingBoyId.equals(marketer.id())) {
            refused.add("marketing_boy_id");
        }
        if (marketingBoy != null && !marketingBoy.equals(marketer.name())) {
            refused.add("marketing_boy");
        }
        if (!refused.isEmpty()) {
            throw CustomerRefused.fieldsNotAllowed(refused);
        }
    }
}
