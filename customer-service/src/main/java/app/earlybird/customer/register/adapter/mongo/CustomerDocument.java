package app.earlybird.customer.register.adapter.mongo;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Location;
import app.earlybird.customer.register.domain.Customer.Login;
import app.earlybird.customer.register.domain.Customer.LoginState;
import app.earlybird.customer.register.domain.Customer.Origin;
import app.earlybird.customer.register.domain.Customer.Service;
import app.earlybird.customer.register.domain.Customer.Status;
import app.earlybird.kit.events.StoredEvent;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** The monolith's {@code customers_v2}. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = "customers_v2")
public record CustomerDocument(
        @BsonId BsonValue documentId,
        String id,
        @BsonProperty("user_id") @Nullable String userId,
        String name,
        String phone,
        String address,
        String area,
        @BsonProperty("map_link") @Nullable String mapLink,
        @Nullable LocationDocument location,
        String status,
        @BsonProperty("trial_start_date") @Nullable String trialStart,
        @Nullable String notes,
        @BsonProperty("marketing_boy") @Nullable String marketingBoy,
        @BsonProperty("marketing_boy_id") @Nullable String marketingBoyId,
        @BsonProperty("delivery_boy_id") @Nullable String deliveryBoyId,
        @BsonProperty("login_state") @Nullable String loginState,
        @BsonProperty("login_conflict_code") @Nullable String loginConflict,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("request_digest") @Nullable String requestDigest,
        @Nullable Long version,
        @BsonProperty("event_seq") @Nullable Long eventSeq,
        @Nullable Map<String, Long> applied,
        @Nullable List<StoredEvent> outbox,
        @BsonProperty("outbox_since") @Nullable Instant outboxSince) {

    /** As stored. */
    public record LocationDocument(
            double lat,
            double lng,
            @BsonProperty("accuracy_meters") @Nullable Double accuracyMeters) {}

    static CustomerDocument of(Customer customer, List<StoredEvent> events) {
        var contact = customer.contact();
        var service = customer.service();
        return new CustomerDocument(
                new BsonString(customer.id()),
                customer.id(),
                customer.userId(),
                contact.name(),
                contact.phone(),
                contact.address(),
                contact.area(),
                contact.mapLink(),
                of(contact.location()),
                service.status().word(),
                service.trialStart() == null ? null : service.trialStart().toString(),
                service.notes(),
                service.marketingBoy(),
                service.marketingBoyId(),
                service.deliveryBoyId(),
                customer.login().state().word(),
                customer.login().conflictCode(),
                customer.origin().createdAt(),
                customer.origin().requestDigest(),
                customer.version(),
                customer.eventSequence(),
                null,
                events,
                events.isEmpty() ? null : events.getFirst().time());
    }

    Customer toCustomer() {
        var place = location == null ? null : new Location(location.lat(), location.lng(), location.accuracyMeters());
        var trial = trialStart == null ? null : LocalDate.parse(trialStart);
        return new Customer(
                id,
                Objects.requireNonNullElse(userId, ""),
                new Contact(name, phone, address, area, mapLink, place),
                new Service(Status.of(status), trial, notes, marketingBoy, marketingBoyId, deliveryBoyId),
                new Login(LoginState.of(Objects.requireNonNullElse(loginState, "provisioning")), loginConflict),
                new Origin(createdAt, requestDigest),
                Objects.requireNonNullElse(version, 0L),
                Objects.requireNonNullElse(eventSeq, 0L));
    }

    private static @Nullable LocationDocument of(@Nullable Location place) {
        return place == null ? null : new LocationDocument(place.lat(), place.lng(), place.accuracyMeters());
    }
}
