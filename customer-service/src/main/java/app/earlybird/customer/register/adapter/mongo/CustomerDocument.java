package app.earlybird.customer.register.adapter.mongo;

import static java.util.Objects.requireNonNullElse;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.Customer.Address;
import app.earlybird.customer.register.domain.Customer.Contact;
import app.earlybird.customer.register.domain.Customer.Origin;
import app.earlybird.customer.register.domain.Customer.Service;
import app.earlybird.customer.register.domain.Customer.Status;
import app.earlybird.customer.register.domain.Customer.Terms;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.mongo.LegacyTimes;
import app.earlybird.kit.mongo.MoneyByKey;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.BsonDateTime;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** The monolith's {@code customers_v2}. Public, because the record codec reads it by reflection. */
@MongoEntity(collection = StoredCollection.Name.CUSTOMERS)
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
        @Nullable String landmark,
        @BsonProperty("map_link") @Nullable String mapLink,
        @Nullable BsonValue location,
        @Nullable String status,
        @BsonProperty("status_before") @Nullable String statusBefore,
        @BsonProperty("trial_start_date") @Nullable String trialStart,
        @Nullable String notes,
        @BsonProperty("marketing_boy") @Nullable String marketingBoy,
        @BsonProperty("marketing_boy_id") @Nullable String marketingBoyId,
        @BsonProperty("delivery_boy_id") @Nullable String deliveryBoyId,
        @BsonProperty("custom_prices_paise") @Nullable Map<String, Long> customPricesPaise,
        @Nullable List<AuditDocument> audit,
        @BsonProperty("created_at") @Nullable BsonValue createdAt,
        @BsonProperty("request_digest") @Nullable String requestDigest) {

    static CustomerDocument of(Customer customer) {
        var contact = customer.contact();
        var address = customer.address();
        var place = address.location();
        var service = customer.service();
        var terms = service.terms();
        var link = customer.link();
        return new CustomerDocument(
                new BsonString(customer.id()),
                customer.id(),
                link.userId(),
                link.requestedUserId(),
                link.generation(),
                link.state().code(),
                link.conflictCode(),
                contact.name(),
                contact.phone(),
                address.address(),
                address.area(),
                address.landmark(),
                address.mapLink(),
                place == null ? null : LocationDocuments.of(place),
                service.status().code(),
                service.statusBefore() == null ? null : service.statusBefore().code(),
                terms.trialStartDate() == null ? null : terms.trialStartDate().toString(),
                terms.notes(),
                terms.marketingBoy(),
                terms.marketingBoyId(),
                terms.deliveryBoyId(),
                MoneyByKey.paise(customer.customPrices()),
                customer.audit().isEmpty()
                        ? null
                        : customer.audit().stream().map(AuditDocument::of).toList(),
                new BsonDateTime(customer.origin().createdAt().toEpochMilli()),
                customer.origin().requestDigest());
    }

    /**
     * The monolith let each field of the household be absent. A customer without a status was never served: it is inactive
     * until somebody reactivates it.
     */
    Customer toCustomer(AggregateMeta meta) {
        var trial = trialStart == null || trialStart.isBlank() ? null : LocalDate.parse(trialStart);
        var before = statusBefore == null ? null : Status.of(statusBefore);
        var place = location == null ? null : LocationDocuments.toLocation(location);
        return new Customer(
                id,
                new Contact(requireNonNullElse(name, ""), requireNonNullElse(phone, "")),
                new Address(requireNonNullElse(address, ""), requireNonNullElse(area, ""), landmark, mapLink, place),
                new Service(
                        status == null ? Status.INACTIVE : Status.of(status),
                        before,
                        new Terms(trial, notes, marketingBoy, marketingBoyId, deliveryBoyId)),
                link(),
                MoneyByKey.of(customPricesPaise),
                new Origin(LegacyTimes.created(documentId, createdAt), requestDigest),
                requireNonNullElse(audit, List.<AuditDocument>of()).stream()
                        .map(AuditDocument::toEntry)
                        .toList(),
                meta);
    }

    /** A link without a state was made by the monolith or a migration, where the login exists already. */
    private Link link() {
        var withoutState = userId == null ? Link.State.UNLINKED : Link.State.READY;
        return new Link(
                userId,
                requestedUserId,
                requireNonNullElse(loginGeneration, 1),
                loginState == null ? withoutState : Link.State.of(loginState),
                loginConflict);
    }
}
