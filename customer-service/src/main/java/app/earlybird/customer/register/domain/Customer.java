package app.earlybird.customer.register.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A household that is, or may become, a subscriber.
 *
 * @param customPricesPaise by product, in place of the product's price
 */
public record Customer(
        String id,
        Contact contact,
        Service service,
        Link link,
        Map<String, Long> customPricesPaise,
        Origin origin,
        long version,
        long eventSequence) {

    /** Where the milk goes. */
    public record Contact(
            String name,
            String phone,
            String address,
            String area,
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
            @Nullable LocalDate trialStart,
            @Nullable String notes,
            @Nullable String marketingBoy,
            @Nullable String marketingBoyId,
            @Nullable String deliveryBoyId) {}

    /** When the record was made, and the digest of the keyed request that made it. */
    public record Origin(Instant createdAt, @Nullable String requestDigest) {}

    public enum Status {
        TRIAL,
        ACTIVE,
        PAUSED,
        STOPPED,
        /** Deactivated: kept, but nobody logs in or orders. */
        INACTIVE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Customer {
        customPricesPaise = Map.copyOf(customPricesPaise);
    }

    /** A new household, with the login it shall have. */
    public static Customer register(String id, Link link, Contact contact, Service service, Origin origin) {
        return new Customer(id, contact, service, link, Map.of(), origin, 1, 1);
    }

    public boolean isInactive() {
        return service.status() == Status.INACTIVE;
    }

    public Customer with(Contact newContact, Terms newTerms) {
        var next = new Service(service.status(), service.statusBefore(), newTerms);
        return new Customer(id, newContact, next, link, customPricesPaise, origin, version, eventSequence);
    }

    public Customer with(Map<String, Long> pricesPaise) {
        return new Customer(id, contact, service, link, pricesPaise, origin, version, eventSequence);
    }

    public Customer with(Link newLink) {
        return new Customer(id, contact, service, newLink, customPricesPaise, origin, version, eventSequence);
    }

    Customer with(Status status, @Nullable Status before) {
        var next = new Service(status, before, service.terms());
        return new Customer(id, contact, next, link, customPricesPaise, origin, version, eventSequence);
    }

    /** As it is after a write that announced so many events. */
    public Customer stored(int events) {
        return new Customer(id, contact, service, link, customPricesPaise, origin, version + 1, eventSequence + events);
    }
}
