package app.earlybird.customer.register.adapter.mongo;

import app.earlybird.customer.register.application.Note;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Location;
import app.earlybird.customer.register.domain.Customer.Origin;
import app.earlybird.customer.register.domain.Customer.Service;
import app.earlybird.customer.register.domain.Customer.Status;
import app.earlybird.customer.register.domain.Customer.Terms;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.mongo.LegacyTimes;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDateTime;
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
        @BsonProperty("requested_user_id") @Nullable String requestedUserId,
        @BsonProperty("login_generation") @Nullable Integer loginGeneration,
        @BsonProperty("login_state") @Nullable String loginState,
        @BsonProperty("login_conflict_code") @Nullable String loginConflict,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String area,
        @BsonProperty("map_link") @Nullable String mapLink,
        @Nullable LocationDocument location,
        String status,
        @BsonProperty("status_before") @Nullable String statusBefore,
        @BsonProperty("trial_start_date") @Nullable String trialStart,
        @Nullable String notes,
        @BsonProperty("marketing_boy") @Nullable String marketingBoy,
        @BsonProperty("marketing_boy_id") @Nullable String marketingBoyId,
        @BsonProperty("delivery_boy_id") @Nullable String deliveryBoyId,
        @BsonProperty("custom_prices_paise") @Nullable Map<String, Long> customPricesPaise,
        @BsonProperty("audit") @Nullable List<NoteDocument> notesKept,
        @BsonProperty("created_at") @Nullable BsonValue createdAt,
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
            @BsonProperty("accuracy_meters") @Nullable Double accuracyMeters) {

        static @Nullable LocationDocument of(@Nullable Location place) {
            return place == null ? null : new LocationDocument(place.lat(), place.lng(), place.accuracyMeters());
        }
    }

    static CustomerDocument of(Customer customer, List<StoredEvent> events) {
        var contact = customer.contact();
        var terms = customer.service().terms();
        var link = customer.link();
        return new CustomerDocument(
                new BsonString(customer.id()),
                customer.id(),
                link.userId(),
                link.requestedUserId(),
                link.generation(),
                link.state().word(),
                link.conflictCode(),
                contact.name(),
                contact.phone(),
                contact.address(),
                contact.area(),
                contact.mapLink(),
                LocationDocument.of(contact.location()),
                customer.service().status().word(),
                null,
                terms.trialStart() == null ? null : terms.trialStart().toString(),
                terms.notes(),
                terms.marketingBoy(),
                terms.marketingBoyId(),
                terms.deliveryBoyId(),
                customer.customPricesPaise(),
                null,
                new BsonDateTime(customer.origin().createdAt().toEpochMilli()),
                customer.origin().requestDigest(),
                customer.version(),
                customer.eventSequence(),
                null,
                events,
                events.isEmpty() ? null : events.getFirst().time());
    }

    Customer toCustomer() {
        var trial = trialStart == null ? null : LocalDate.parse(trialStart);
        var before = statusBefore == null ? null : Status.of(statusBefore);
        var terms = new Terms(trial, notes, marketingBoy, marketingBoyId, deliveryBoyId);
        return new Customer(
                id,
                contact(),
                new Service(Status.of(status), before, terms),
                link(),
                Objects.requireNonNullElse(customPricesPaise, Map.of()),
                new Origin(LegacyTimes.created(documentId, createdAt), requestDigest),
                Objects.requireNonNullElse(version, 0L),
                Objects.requireNonNullElse(eventSeq, 0L));
    }

    List<Note> auditTrail() {
        return Objects.requireNonNullElse(notesKept, List.<NoteDocument>of()).stream()
                .map(NoteDocument::toNote)
                .toList();
    }

    /** The monolith let each of them be absent. */
    private Contact contact() {
        var place = location == null ? null : new Location(location.lat(), location.lng(), location.accuracyMeters());
        return new Contact(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(phone, ""),
                Objects.requireNonNullElse(address, ""),
                Objects.requireNonNullElse(area, ""),
                mapLink,
                place);
    }

    /** A link without a state was made by the monolith or a migration, where the login is there already. */
    private Link link() {
        return new Link(
                userId,
                requestedUserId,
                Objects.requireNonNullElse(loginGeneration, 1),
                loginState == null
                        ? userId == null ? Link.State.UNLINKED : Link.State.READY
                        : Link.State.of(loginState),
                loginConflict);
    }
}
