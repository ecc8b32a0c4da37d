package app.earlybird.customer.register.domain;

import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Coded;
import app.earlybird.kit.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A household that is, or may become, a subscriber.
 *
 * @param customPrices by product, in place of the product's price
 * @param audit what was done to it and why, oldest first
 */
public record Customer(
        String id,
        Contact contact,
        Address address,
        Service service,
        Link link,
        Map<String, Money> customPrices,
        Origin origin,
        List<AuditEntry> audit,
        AggregateMeta meta)
        implements Aggregate {

    /** Whom to call. */
    public record Contact(String name, String phone) {}

    /** Where the milk goes. */
    public record Address(
            String address,
            String area,
            @Nullable String landmark,
            @Nullable String mapLink,
            @Nullable Location location) {}

    /** A position; accuracy in metres. */
    public record Location(double lat, double lng, @Nullable Double accuracyMeters) {}

    /**
     * How the household is served, and by whom.
     *
     * @param statusBefore what it returns to when it is reactivated
     */
    public record Service(Status status, @Nullable Status statusBefore, Terms terms) {}

    /** What was agreed about the service. */
    public record Terms(
            @Nullable LocalDate trialStartDate,
            @Nullable String notes,
            @Nullable String marketingBoy,
            @Nullable String marketingBoyId,
            @Nullable String deliveryBoyId) {}

    /** When the record was made, and the digest of the keyed request that made it. */
    public record Origin(Instant createdAt, @Nullable String requestDigest) {}

    public enum Status implements Coded {
        TRIAL,
        ACTIVE,
        PAUSED,
        STOPPED,
        /** Deactivated: kept, but nobody logs in or orders. */
        INACTIVE,
        /** Nothing personal is kept any more; nothing of it changes again. */
        ERASED;

        public static Status of(String code) {
            return Coded.of(Status.class, code);
        }
    }

    public Customer {
        customPrices = Map.copyOf(customPrices);
        audit = List.copyOf(audit);
    }

    /** A new household, with the login it shall have. */
    public static Customer register(
            String id, Link link, Contact contact, Address address, Service service, Origin origin) {
        return new Customer(id, contact, address, service, link, Map.of(), origin, List.of(), AggregateMeta.NEW);
    }

    @Override
    public String businessKey() {
        return id;
    }

    public boolean isInactive() {
        return service.status() == Status.INACTIVE;
    }

    public boolean isErased() {
        return service.status() == Status.ERASED;
    }

    Customer with(Contact newContact, Address newAddress, Terms newTerms) {
        var next = new Service(service.status(), service.statusBefore(), newTerms);
        return new Customer(id, newContact, newAddress, next, link, customPrices, origin, audit, meta);
    }

    Customer with(Map<String, Money> prices) {
        return new Customer(id, contact, address, service, link, prices, origin, audit, meta);
    }

    Customer with(Link newLink) {
        return new Customer(id, contact, address, service, newLink, customPrices, origin, audit, meta);
    }

    Customer with(Status status, @Nullable Status before) {
        var next = new Service(status, before, service.terms());
        return new Customer(id, contact, address, next, link, customPrices, origin, audit, meta);
    }

    /** Without anything personal; area, prices and dates are facts of the business. */
    Customer withoutPerson() {
        var nowhere = new Address("", address.area(), null, null, null);
        var terms = service.terms();
        var nobody = new Terms(
                terms.trialStartDate(), null, terms.marketingBoy(), terms.marketingBoyId(), terms.deliveryBoyId());
        var ended = new Service(Status.ERASED, null, nobody);
        return new Customer(id, new Contact("", ""), nowhere, ended, link.none(), customPrices, origin, audit, meta);
    }

    Customer with(AuditEntry entry) {
        var all = new ArrayList<>(audit);
        all.add(entry);
        return new Customer(id, contact, address, service, link, customPrices, origin, all, meta);
    }

    Customer withApplied(String source, long sequence) {
        var next = meta.with(source, sequence);
        return new Customer(id, contact, address, service, link, customPrices, origin, audit, next);
    }
}
